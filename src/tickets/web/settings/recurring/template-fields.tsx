import { Select, Textarea, TextInput } from '@mantine/core';
import { useOwners } from '../../../../staff/web/index.tsx';
import { FormRow } from '../../../../ui/form/form.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { priorities } from '../../../api/states.ts';
import { useCategories } from '../../use-categories.ts';
import type { RecurrenceForm } from './recurrence-values.ts';

/** What the ticket begins with. */
export const TemplateFields = ({ form }: { form: RecurrenceForm }) => {
  const t = useTexts('tickets');
  const categories = useCategories();
  const { staff, teams } = useOwners();
  return (
    <>
      <TextInput {...form.text('subject')} label={t('fields.subject')} />
      <Textarea {...form.text('description')} label={t('fields.description')} autosize />
      <FormRow>
        <Select
          {...form.value('categoryId')}
          label={t('fields.categoryId')}
          searchable
          data={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Select
          {...form.value('priority')}
          label={t('fields.priority')}
          placeholder={t('recurring.asCategory')}
          clearable
          data={priorities.map((one) => ({ value: one, label: t(`choices.priority.${one}`) }))}
        />
      </FormRow>
      <FormRow>
        <Select
          {...form.value('ownerStaffId')}
          label={t('fields.ownerStaffId')}
          clearable
          searchable
          data={staff}
        />
        <Select
          {...form.value('teamId')}
          label={t('fields.teamId')}
          placeholder={t('recurring.asCategory')}
          clearable
          searchable
          data={teams}
        />
      </FormRow>
    </>
  );
};
