import { TextInput } from '@mantine/core';
import { DayInput, PhoneInput } from '../../../ui/form/inputs.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Card, type ContactPerson } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

const roles = ['head', 'accountant', 'technical', 'family', 'other'] as const;
type Values = { name: string; role: (typeof roles)[number]; birthOn: string; phone: string };

type Props = {
  card: Card;
  onClose: () => void;
  /** The one to correct; without it one is added. */
  person?: ContactPerson;
};

/** A person through whom one talks with a subscriber, added with a phone or corrected. */
export const PersonForm = ({ card, onClose, person }: Props) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const { id } = card;
  const form = useSmallForm<Values>({
    initial: {
      name: person?.name ?? '',
      role: person?.role ?? (card.kind === 'organisation' ? 'head' : 'family'),
      birthOn: person?.birthOn ?? '',
      phone: '',
    },
    save: ({ phone, ...values }) => {
      const known = { id, ...values, birthOn: values.birthOn || null };
      if (person) {
        const path = 'PATCH /api/subscribers/{id}/contact-persons/{contactPersonId}';
        return call(path, { ...known, contactPersonId: person.id });
      }
      const contacts = phone ? [{ kind: 'phone' as const, value: phone }] : [];
      return call('POST /api/subscribers/{id}/contact-persons', { ...known, contacts });
    },
    onClose,
  });
  const label = person ? t('contacts.more', { value: person.name }) : t('contacts.addPerson');
  return (
    <SmallForm form={form} label={label} onCancel={onClose}>
      <TextInput {...form.text('name')} label={t('fields.name')} ref={first} />
      <div className={css.pair}>
        <ChoiceField {...form.value('role')} field="role" values={roles} label={t('fields.role')} />
        <DayInput {...form.value('birthOn')} label={t('fields.birthOn')} />
      </div>
      {person ? null : (
        <PhoneInput {...form.text('phone')} label={t('choices.contactKind.phone')} />
      )}
    </SmallForm>
  );
};
