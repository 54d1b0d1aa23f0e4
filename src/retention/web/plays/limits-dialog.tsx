import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { SettingsButton } from '../../../ui/form/settings-button.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Limits, useRead, useWrite } from './client.ts';

const paths = ['/api/play-settings'];

/** Opens what limits all plays together. */
export const LimitsButton = () => {
  const t = useTexts('retention');
  return (
    <SettingsButton title={t('plays.limits.title')}>
      {(close) => <Loaded onClose={close} />}
    </SettingsButton>
  );
};

const Loaded = ({ onClose }: { onClose: () => void }) => {
  const { data } = useRead('GET /api/play-settings');
  return data ? <LimitsForm key={data.version} limits={data} onClose={onClose} /> : null;
};

const names = ['contactDays', 'mostContacts', 'callsPerDay', 'callsFrom', 'callsTo'] as const;
type Name = (typeof names)[number] | 'returnedDays' | 'contact';
type Values = Record<Name, number | undefined>;

const LimitsForm = ({ limits, onClose }: { limits: Limits; onClose: () => void }) => {
  const t = useTexts('retention');
  const change = useWrite('PUT /api/play-settings', paths);
  const { currency, version, contactMinor, ...numbers } = limits;
  const form = useForm<Values, unknown>({
    initial: { ...numbers, contact: majorOf(contactMinor, currency) },
    save: ({ contact = 0, ...values }) =>
      change.mutateAsync({
        ...numbers,
        ...values,
        contactMinor: minorOf(contact, currency),
        version,
      } as Parameters<typeof change.mutateAsync>[0]),
    onSaved: onClose,
  });
  const field = (name: Name) => (
    <NumberField {...form.value(name)} label={t(`plays.limits.${name}`)} required />
  );
  return (
    <Form form={form} onCancel={onClose} isGuarded={false}>
      <p className="dim">{t('plays.limits.hint')}</p>
      <FormRow>
        {field('mostContacts')}
        {field('contactDays')}
      </FormRow>
      <FormRow>
        {field('callsPerDay')}
        {field('contact')}
      </FormRow>
      <FormRow>
        {field('callsFrom')}
        {field('callsTo')}
      </FormRow>
      {field('returnedDays')}
    </Form>
  );
};
