import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { SettingsButton } from '../../../ui/form/settings-button.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Settings, useRead, useWrite } from './client.ts';

/** Opens how risk and value are counted. */
export const RiskSettings = () => {
  const t = useTexts('retention');
  return (
    <SettingsButton title={t('risk.settings.title')}>
      {(close) => <Loaded onClose={close} />}
    </SettingsButton>
  );
};

const Loaded = ({ onClose }: { onClose: () => void }) => {
  const { data } = useRead('GET /api/risk-settings');
  return data ? <SettingsForm key={data.version} settings={data} onClose={onClose} /> : null;
};

type Name = Exclude<keyof Settings, 'version'>;
type Values = Record<Name, number | undefined>;

const SettingsForm = (props: { settings: Settings; onClose: () => void }) => {
  const { settings, onClose } = props;
  const t = useTexts('retention');
  const change = useWrite('PUT /api/risk-settings');
  const { version, ...numbers } = settings;
  const form = useForm<Values, unknown>({
    initial: numbers,
    save: (values) => change.mutateAsync({ ...numbers, ...values, version } as Settings),
    onSaved: onClose,
  });
  const field = (name: Name) => (
    <NumberField {...form.value(name)} label={t(`risk.settings.${name}`)} required />
  );
  return (
    <Form form={form} onCancel={onClose}>
      <p className="dim">{t('risk.settings.hint')}</p>
      <FormRow>
        {field('valueMonths')}
        {field('marginPercent')}
      </FormRow>
      <FormRow>
        {field('discountPercent')}
        {field('gapDays')}
      </FormRow>
    </Form>
  );
};
