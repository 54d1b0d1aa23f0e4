import { TextInput } from '@mantine/core';
import { DayInput, PhoneInput } from '../../../ui/form/inputs.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import type { SectionForm } from './editable-section.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

const roles = ['head', 'accountant', 'technical', 'family', 'other'] as const;
type Values = { name: string; role: (typeof roles)[number]; birthOn: string; phone: string };

/** Adds a person through whom one talks with a subscriber. */
export const PersonForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const form = useSmallForm<Values>({
    initial: { name: '', role: 'head', birthOn: '', phone: '' },
    save: ({ phone, birthOn, ...person }) =>
      call('POST /api/subscribers/{id}/contact-persons', {
        id: card.id,
        ...person,
        birthOn: birthOn || null,
        contacts: phone ? [{ kind: 'phone', value: phone }] : [],
      }),
    onClose,
  });
  return (
    <SmallForm form={form} label={t('contacts.addPerson')} onCancel={onClose}>
      <TextInput {...form.text('name')} label={t('fields.name')} ref={first} />
      <div className={css.pair}>
        <ChoiceField {...form.value('role')} field="role" values={roles} label={t('fields.role')} />
        <DayInput {...form.value('birthOn')} label={t('fields.birthOn')} />
      </div>
      <PhoneInput {...form.text('phone')} label={t('choices.contactKind.phone')} />
    </SmallForm>
  );
};
