import { TextInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { AddressPreview } from '../address-preview.tsx';
import { call } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import type { SectionForm } from './editable-section.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

/** Adds a service address, typed in one line; says at once how it is understood. */
export const AddressForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const form = useSmallForm({
    initial: { text: '' },
    save: (values) => call('POST /api/subscribers/{id}/addresses', { id: card.id, ...values }),
    onClose,
  });
  return (
    <SmallForm form={form} label={t('addresses.add')} onCancel={onClose}>
      <TextInput
        {...form.text('text')}
        ref={first}
        aria-label={t('addresses.field')}
        placeholder={t('addresses.hint')}
      />
      <AddressPreview text={form.values.text} />
    </SmallForm>
  );
};
