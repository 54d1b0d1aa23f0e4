import { Select, Textarea, TextInput } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { AttributeInput, useAttributes } from '../../../work/web/index.tsx';
import { FormRow } from '../../../ui/form/form.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { priorities } from '../../api/states.ts';
import { useCategories } from '../use-categories.ts';
import type { TicketValues } from './ticket-values.ts';

type FormOf = ReturnType<typeof useForm<TicketValues, unknown>>;

/** What it is about and whose it is. */
export const TicketFields = ({ form }: { form: FormOf }) => {
  const t = useTexts('tickets');
  const categories = useCategories();
  const { staff, teams } = useOwners();
  return (
    <>
      <TextInput {...form.text('subject')} label={t('fields.subject')} required data-autofocus />
      <FormRow>
        <Select
          {...form.value('categoryId')}
          label={t('fields.categoryId')}
          required
          searchable
          allowDeselect={false}
          data={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Select
          {...form.value('priority')}
          label={t('fields.priority')}
          placeholder={t('new.asCategory')}
          clearable
          data={priorities.map((value) => ({ value, label: t(`choices.priority.${value}`) }))}
        />
      </FormRow>
      <Textarea
        {...form.text('description')}
        label={t('fields.description')}
        autosize
        minRows={3}
        maxRows={12}
      />
      <FormRow>
        <Select
          {...form.value('ownerStaffId')}
          label={t('fields.ownerStaffId')}
          searchable
          clearable
          data={staff}
        />
        <Select
          {...form.value('teamId')}
          label={t('fields.teamId')}
          placeholder={t('new.asCategory')}
          clearable
          data={teams}
        />
      </FormRow>
      <OwnFields form={form} />
    </>
  );
};

/** What the operator keeps of its own. */
const OwnFields = ({ form }: { form: FormOf }) => {
  const attributes = useAttributes('tickets');
  const { attributes: values } = form.values;
  return attributes.map((attribute) => {
    const error = form.errors.byField[`attributes.${attribute.key}`];
    return (
      <AttributeInput
        key={attribute.key}
        attribute={attribute}
        value={values[attribute.key] ?? null}
        onChange={(value) => form.set('attributes', { ...values, [attribute.key]: value })}
        {...(error === undefined ? {} : { error })}
      />
    );
  });
};
