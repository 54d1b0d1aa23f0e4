import { TextInput } from '@mantine/core';
import { FormRow, FormSection } from '../../../ui/form/form.tsx';
import { PhoneInput } from '../../../ui/form/inputs.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { AddressPreview } from '../address-preview.tsx';
import type { Belongings } from './belongings.ts';

/** How to reach a newcomer and where to serve them, as far as it is known at once. */
export const NewcomerFields = (props: {
  form: Pick<ReturnType<typeof useForm<Belongings, unknown>>, 'text' | 'values'>;
}) => {
  const { form } = props;
  const t = useTexts('subscribers');
  return (
    <>
      <FormSection title={t('contacts.title')}>
        <FormRow>
          <PhoneInput {...form.text('phone')} label={t('choices.contactKind.phone')} />
          <PhoneInput {...form.text('otherPhone')} label={t('new.otherPhone')} />
          <TextInput {...form.text('email')} type="email" label={t('choices.contactKind.email')} />
        </FormRow>
      </FormSection>
      <FormSection title={t('addresses.title')}>
        <TextInput
          {...form.text('address')}
          label={t('addresses.field')}
          placeholder={t('addresses.hint')}
        />
        <AddressPreview text={form.values.address} />
      </FormSection>
      <FormSection title={t('documents.title')}>
        <TextInput {...form.text('passport')} label={t('choices.document.passport')} />
      </FormSection>
    </>
  );
};
