import { Form, FormRow } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead, useWrite, type Settings } from './client.ts';

/** Within which limits things are sold. */
export const Limits = () => {
  const t = useTexts('catalog');
  const { data } = useRead('GET /api/catalogue-settings');
  return (
    <section>
      <h2>{t('limits')}</h2>
      {data ? <LimitsForm key={data.version} settings={data} /> : null}
    </section>
  );
};

const LimitsForm = ({ settings }: { settings: Settings }) => {
  const t = useTexts('catalog');
  const save = useWrite('PUT /api/catalogue-settings');
  const form = useForm<Settings, unknown>({
    initial: settings,
    save: (values) => save.mutateAsync(values),
    onSaved: () => notifyDone(t('saved')),
  });
  return (
    <Form form={form}>
      <FormRow>
        <NumberField
          {...form.value('leastMarginPercent')}
          onChange={(percent) => form.set('leastMarginPercent', percent ?? 0)}
          label={t('leastMargin')}
          description={t('leastMarginHint')}
        />
        <NumberField
          {...form.value('mostPromotions')}
          onChange={(count) => form.set('mostPromotions', count ?? 1)}
          label={t('mostPromotions')}
          description={t('mostPromotionsHint')}
        />
        <NumberField
          {...form.value('mostPercent')}
          onChange={(percent) => form.set('mostPercent', percent ?? 100)}
          label={t('mostPercent')}
          description={t('mostPercentHint')}
        />
      </FormRow>
    </Form>
  );
};
