import { TextInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { contactKinds } from '../../api/kinds.ts';
import { call, type Contact } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import type { SectionForm } from './editable-section.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

type Values = { kind: Contact['kind']; value: string; label: string };

/** Adds a way to reach a subscriber, typed in any usual notation. */
export const ContactForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const form = useSmallForm<Values>({
    initial: { kind: 'phone', value: '', label: '' },
    save: (values) => call('POST /api/subscribers/{id}/contacts', { id: card.id, ...values }),
    onClose,
  });
  const { kind } = form.values;
  return (
    <SmallForm form={form} label={t('contacts.add')} onCancel={onClose}>
      <div className={css.pair}>
        <ChoiceField
          {...form.value('kind')}
          field="contactKind"
          values={contactKinds}
          ariaLabel={t('fields.contactKind')}
        />
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
