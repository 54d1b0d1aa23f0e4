import { Checkbox, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type PromiseRule } from '../client.ts';
import { What, Who } from './rule-fields.tsx';
import { RulePreview } from './rule-preview.tsx';
import { bodyOf, type RuleValues, valuesOf } from './rule-values.ts';

type Props = { rule: PromiseRule | null; currency: string; onSaved: () => void };

/** Who may promise a payment, how much and how often; and whom a change would touch. */
export const RuleForm = ({ rule, currency, onSaved }: Props) => {
  const t = useTexts('billing');
  const add = useWrite('POST /api/promise-rules');
  const change = useWrite('PUT /api/promise-rules/{id}');
  const form = useForm<RuleValues, unknown>({
    initial: valuesOf(rule, currency),
    save: (values) => {
      const { isArchived, ...body } = bodyOf(values, currency);
      return rule
        ? change.mutateAsync({ id: rule.id, version: rule.version, isArchived, ...body })
        : add.mutateAsync(body);
    },
    onSaved,
  });
  return (
    <Form form={form} isFirstFocused={rule === null}>
      <TextInput {...form.text('name')} label={t('promises.rules.name')} />
      <Who form={form} currency={currency} />
      <What form={form} currency={currency} />
      {rule ? <Checkbox {...form.tick('isArchived')} label={t('promises.rules.archived')} /> : null}
      <RulePreview body={{ id: rule?.id ?? null, ...bodyOf(form.values, currency) }} />
    </Form>
  );
};
