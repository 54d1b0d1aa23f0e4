import { Checkbox, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ruleOf, type Signal, signalKeys } from '../../earning/signals.ts';
import { type Rule, rulePaths, useWrite } from '../client.ts';
import css from '../loyalty.module.css';
import { fieldsOf, type RuleValues, valuesOf } from './rule-values.ts';

type Props = { rule: Rule | null; onAdded: (id: number) => void };

const periods = ['month', 'year'] as const;

/** What points are given for, how many, when they can be spent, and within what limits. */
export const RuleForm = ({ rule, onAdded }: Props) => {
  const t = useTexts('loyalty');
  const add = useWrite('POST /api/loyalty/rules', rulePaths);
  const change = useWrite('PUT /api/loyalty/rules/{id}', rulePaths);
  const form = useForm<RuleValues, number | null>({
    initial: valuesOf(rule),
    save: async ({ isArchived, ...values }) => {
      const { signal, ...fields } = fieldsOf(values);
      if (!rule) return (await add.mutateAsync({ ...fields, signal })).id;
      await change.mutateAsync({ ...fields, id: rule.id, version: rule.version, isArchived });
      return null;
    },
    onSaved: (id) => {
      if (id !== null) onAdded(id);
    },
  });
  const { unit, per } = ruleOf(form.values.signal);
  const pick = (value: string | null): void => {
    const next = value as Signal;
    form.set('signal', next);
    form.set('bound', ruleOf(next).usual);
  };
  return (
    <div className={css.form}>
      <Form form={form} isFirstFocused={!rule}>
        <TextInput {...form.text('name')} label={t('rules.name')} required />
        <FormRow>
          <Select
            {...form.value('signal')}
            label={t('rules.signal')}
            allowDeselect={false}
            disabled={rule !== null}
            data={signalKeys.map((value) => ({ value, label: t(`rules.signals.${value}`) }))}
            onChange={pick}
          />
          {unit === 'none' ? null : (
            <NumberField {...form.value('bound')} label={t(`rules.bounds.${unit}`)} required />
          )}
        </FormRow>
        <FormRow>
          <NumberField {...form.value('points')} label={t(`rules.points.${per}`)} required />
          <NumberField {...form.value('pendingDays')} label={t('rules.pendingDays')} />
        </FormRow>
        <FormRow>
          <NumberField {...form.value('mostPoints')} label={t('rules.mostPoints')} />
          <Select
            {...form.value('capPeriod')}
            label={t('rules.capPeriod')}
            allowDeselect={false}
            data={periods.map((value) => ({ value, label: t(`rules.periods.${value}`) }))}
            onChange={(value) => form.set('capPeriod', value as Rule['capPeriod'])}
          />
        </FormRow>
        <NumberField {...form.value('budgetPoints')} label={t('rules.budgetPoints')} />
        {rule ? <Checkbox {...form.tick('isArchived')} label={t('rules.archive')} /> : null}
      </Form>
    </div>
  );
};
