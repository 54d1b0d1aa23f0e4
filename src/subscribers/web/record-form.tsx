import { Select, Textarea, TextInput } from '@mantine/core';
import { useOwners } from '../../staff/web/index.tsx';
import { FormRow, FormSection } from '../../ui/form/form.tsx';
import { DayInput } from '../../ui/form/inputs.tsx';
import type { useForm } from '../../ui/form/use-form.ts';
import { Segmented } from '../../ui/show/segmented.tsx';
import { useTexts } from '../../ui/texts.ts';
import { ChoiceField } from './aside/choice-field.tsx';
import { subscriberKinds, subscriberStatuses } from '../api/kinds.ts';
import { AttributeFields } from './form/attribute-fields.tsx';
import type { RecordValues } from './form/record-values.ts';
import { useChoices } from './use-choices.ts';

export { emptyRecord, recordInput, type RecordValues } from './form/record-values.ts';

type FormOf<Values extends RecordValues> = ReturnType<typeof useForm<Values, unknown>>;

/** Who it is. */
export const IdentityFields = ({ form }: { form: FormOf<RecordValues> }) => {
  const t = useTexts('subscribers');
  const isPerson = form.values.kind === 'person';
  return (
    <FormSection title={t('form.who')}>
      <Segmented
        label={t('fields.kind')}
        value={form.values.kind}
        options={useChoices('kind', subscriberKinds)}
        onChange={(kind) => form.set('kind', kind)}
      />
      {isPerson ? (
        <FormRow>
          <TextInput {...form.text('lastName')} label={t('fields.lastName')} />
          <TextInput {...form.text('firstName')} label={t('fields.firstName')} />
          <TextInput {...form.text('middleName')} label={t('fields.middleName')} />
        </FormRow>
      ) : (
        <TextInput {...form.text('displayName')} label={t('fields.organisationName')} />
      )}
      <FormRow>
        <DayInput
          {...form.value('birthOn')}
          label={t(isPerson ? 'fields.birthOn' : 'fields.foundedOn')}
        />
        <TextInput {...form.text('taxNumber')} label={t('fields.taxNumber')} />
        <TextInput {...form.text('externalId')} label={t('fields.externalId')} />
      </FormRow>
    </FormSection>
  );
};

/** Where it stands with us, and whose it is. */
export const StateFields = ({ form }: { form: FormOf<RecordValues> }) => {
  const t = useTexts('subscribers');
  const { staff, teams } = useOwners();
  const since = { ...form.value('customerSince'), label: t('fields.customerSince') };
  return (
    <>
      <FormSection title={t('form.state')}>
        <FormRow>
          <ChoiceField
            {...form.value('status')}
            field="status"
            values={subscriberStatuses}
            label={t('fields.status')}
          />
          <DayInput {...since} />
          {form.values.status === 'left' ? (
            <DayInput {...form.value('leftOn')} label={t('fields.leftOn')} />
          ) : null}
        </FormRow>
        <FormRow>
          <Select
            {...form.value('ownerStaffId')}
            label={t('fields.ownerStaffId')}
            data={staff}
            searchable
            clearable
          />
          <Select {...form.value('teamId')} label={t('fields.teamId')} data={teams} clearable />
        </FormRow>
        <Textarea
          {...form.text('note')}
          label={t('fields.note')}
          autosize
          minRows={2}
          maxRows={8}
        />
      </FormSection>
      <AttributeFields form={form} />
    </>
  );
};
