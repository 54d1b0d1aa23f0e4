import { Checkbox } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { useWrite, type TrustSettings } from '../client.ts';
import { bodyOf, type TrustValues, valuesOf } from './rule-values.ts';
import { Adds, Takes, Whom } from './trust-fields.tsx';
import { TrustPreview } from './trust-preview.tsx';

/** The rule of trust in its parts: whom, what adds, what takes away. */
export const TrustForm = ({ settings }: { settings: TrustSettings }) => {
  const t = useTexts('billing');
  const currency = useCurrency();
  const save = useWrite('PUT /api/trust-settings', ['/api/trust-settings', '/api/accounts']);
  const form = useForm<TrustValues, unknown>({
    initial: valuesOf(settings, currency),
    save: (values) => save.mutateAsync({ ...bodyOf(values, currency), version: settings.version }),
    onSaved: () => notifyDone(t('trust.rules.saved')),
  });
  return (
    <Form form={form}>
      <Checkbox {...form.tick('isOn')} label={t('trust.rules.isOn')} />
      <Whom form={form} currency={currency} />
      <Adds form={form} currency={currency} />
      <Takes form={form} currency={currency} />
      <TrustPreview body={bodyOf(form.values, currency)} />
    </Form>
  );
};
