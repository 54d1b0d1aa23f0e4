import { Checkbox, Input, MultiSelect, Select, TextInput } from '@mantine/core';
import { useCalendars } from '../../../../norms/web/index.tsx';
import { useOwners } from '../../../../staff/web/index.tsx';
import { Form, FormRow, FormSection } from '../../../../ui/form/form.tsx';
import { NumberField } from '../../../../ui/form/number-field.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { useTexts } from '../../../../ui/texts.ts';
import { happenings, isStay, type Moment, stays } from '../../../api/moments.ts';
import { useWrite, type Rule } from '../../client.ts';
import { ActionFields } from '../action-fields.tsx';
import { RuleCondition, RuleNote, RuleNoteKind } from './rule-fields.tsx';
import { bodyOf, type RuleValues, valuesOf } from './rule-values.ts';

type Props = { rule: Rule | null; onSaved: (saved: { id: number }) => void };

/** When a rule acts, on which tickets, and what it does. */
export const RuleForm = ({ rule, onSaved }: Props) => {
  const t = useTexts('tickets');
  const calendars = useCalendars();
  const { staff } = useOwners();
  const create = useWrite('POST /api/ticket-rules');
  const change = useWrite('PUT /api/ticket-rules/{id}');
  const form = useForm<RuleValues & { isArchived: boolean }, { id: number }>({
    initial: { ...valuesOf(rule), isArchived: rule?.isArchived ?? false },
    save: ({ isArchived, ...values }) => {
      const body = bodyOf(rule, values);
      if (!rule) return create.mutateAsync(body);
      return change.mutateAsync({ id: rule.id, version: rule.version, isArchived, ...body });
    },
    onSaved,
  });
  const { moment, condition } = form.values;
  const named = (values: readonly Moment[]) =>
    values.map((value) => ({ value, label: t(`rules.when.${value}`) }));
  return (
    <Form form={form} isFirstFocused={rule === null}>
      <TextInput {...form.text('name')} label={t('categories.name')} />
      <FormSection title={t('rules.whenTitle')}>
        <Select
          {...form.value('moment')}
          label={t('rules.moment')}
          allowDeselect={false}
          data={[
            { group: t('rules.happens'), items: named(happenings) },
            { group: t('rules.stays'), items: named(stays) },
          ]}
          onChange={(next) => next && form.set('moment', next)}
        />
        {isStay(moment) ? (
          <FormRow>
            <NumberField {...form.value('afterHours')} label={t('rules.afterHours')} />
            <Select
              {...form.value('calendarId')}
              label={t('norms.calendar')}
              placeholder={t('rules.allHours')}
              clearable
              data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          </FormRow>
        ) : null}
        <Input.Wrapper label={t('rules.condition')}>
          <RuleCondition value={condition} onChange={(next) => form.set('condition', next)} />
        </Input.Wrapper>
      </FormSection>
      <FormSection title={t('rules.thenTitle')}>
        <ActionFields {...form.value('actions')} />
        <RuleNote {...form.value('note')} />
        <RuleNoteKind {...form.value('noteKind')} />
        <MultiSelect
          {...form.value('watcherIds')}
          label={t('rules.addWatchers')}
          searchable
          data={staff}
        />
      </FormSection>
      {rule ? <Checkbox {...form.tick('isArchived')} label={t('macros.archived')} /> : null}
    </Form>
  );
};
