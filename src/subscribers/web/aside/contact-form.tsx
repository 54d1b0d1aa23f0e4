import { TextInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { contactKinds } from '../../api/kinds.ts';
import { call, type Card, type Contact } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';
import { writtenContact } from './written-contact.ts';

type Values = { kind: Contact['kind']; value: string; label: string };

type Props = {
  card: Card;
  onClose: () => void;
  /** The one to correct; without it one is added. */
  contact?: Contact;
  /** Whose it is, where it is not the subscriber's own. */
  personId?: number;
};

/** A way to reach a subscriber, added or corrected, typed in any usual notation. */
export const ContactForm = ({ card, onClose, contact, personId }: Props) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const { id } = card;
  const form = useSmallForm<Values>({
    initial: contact
      ? {
          kind: contact.kind,
          value: writtenContact(contact),
          label: contact.label,
        }
      : { kind: 'phone', value: '', label: '' },
    save: ({ kind, ...values }) => {
      if (contact) {
        const path = { id, contactId: contact.id };
        return call('PATCH /api/subscribers/{id}/contacts/{contactId}', { ...path, ...values });
      }
      const whose = personId === undefined ? {} : { contactPersonId: personId };
      return call('POST /api/subscribers/{id}/contacts', { id, kind, ...values, ...whose });
    },
    onClose,
  });
  const { kind } = form.values;
  const label = contact ? t('contacts.more', { value: contact.value }) : t('contacts.add');
  return (
    <SmallForm form={form} label={label} onCancel={onClose}>
      <div className={css.pair}>
        {contact ? (
          <TextInput
            value={t(`choices.contactKind.${kind}`)}
            disabled
            aria-label={t('fields.contactKind')}
          />
        ) : (
          <ChoiceField
            {...form.value('kind')}
            field="contactKind"
            values={contactKinds}
            ariaLabel={t('fields.contactKind')}
          />
        )}
        <TextInput
          {...form.text('label')}
          placeholder={t('contacts.labelHint')}
          aria-label={t('fields.label')}
        />
      </div>
      <TextInput
        {...form.text('value')}
        ref={first}
        aria-label={t(`choices.contactKind.${kind}`)}
        placeholder={t(`contacts.hints.${kind}`)}
      />
    </SmallForm>
  );
};
