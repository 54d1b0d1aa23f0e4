import { MultiSelect, Select } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useLabels } from '../../../work/web/index.tsx';
import { priorities, ticketStates } from '../../api/states.ts';
import { useCategories } from '../use-categories.ts';
import type { ActionValues } from './action-values.ts';

type Props = { value: ActionValues; onChange: (value: ActionValues) => void };

/** What a macro or a rule sets on a ticket. */
export const ActionFields = ({ value, onChange }: Props) => {
  const t = useTexts('tickets');
  const categories = useCategories();
  const { staff, teams } = useOwners();
  const labels = useLabels();
  const bound = <Key extends keyof ActionValues>(key: Key) => ({
    label: t(`fields.${key}`),
    placeholder: t('macros.stays'),
    clearable: true,
    value: value[key],
    onChange: (next: ActionValues[Key]) => onChange({ ...value, [key]: next }),
  });
  return (
    <>
      <FormRow>
        <Select
          {...bound('state')}
          data={ticketStates.map((one) => ({ value: one, label: t(`choices.state.${one}`) }))}
        />
        <Select
          {...bound('priority')}
          data={priorities.map((one) => ({ value: one, label: t(`choices.priority.${one}`) }))}
        />
      </FormRow>
      {value.state === 'waiting' ? (
        <NumberField
          label={t('macros.waitHours')}
          value={value.waitHours}
          onChange={(waitHours) => onChange({ ...value, waitHours })}
        />
      ) : null}
      <Select
        {...bound('categoryId')}
        searchable
        data={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FormRow>
        <Select {...bound('ownerStaffId')} searchable data={staff} />
        <Select {...bound('teamId')} searchable data={teams} />
      </FormRow>
      <FormRow>
        {(['addLabels', 'removeLabels'] as const).map((key) => (
          <MultiSelect
            key={key}
            label={t(`macros.${key}`)}
            searchable
            data={labels.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={value[key]}
            onChange={(ids) => onChange({ ...value, [key]: ids })}
          />
        ))}
      </FormRow>
    </>
  );
};
