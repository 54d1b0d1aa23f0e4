import { TextInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { AddressPreview } from '../address-preview.tsx';
import { call, type Card } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { SmallForm, useSmallForm } from './small-form.tsx';

type Props = {
  card: Card;
  onClose: () => void;
  /** The one to correct; without it one is added. */
  address?: Card['addresses'][number];
};

/** A service address, added or corrected in one line; says at once how it is understood. */
export const AddressForm = ({ card, onClose, address }: Props) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const form = useSmallForm({
    initial: { text: address?.text ?? '' },
    save: ({ text }) =>
      address
        ? call('PATCH /api/subscribers/{id}/addresses/{addressId}', {
            id: card.id,
            addressId: address.id,
            text,
          })
        : call('POST /api/subscribers/{id}/addresses', { id: card.id, text }),
    onClose,
  });
  const label = address ? t('addresses.more', { text: address.text }) : t('addresses.add');
  return (
    <SmallForm form={form} label={label} onCancel={onClose}>
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
