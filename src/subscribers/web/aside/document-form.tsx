import { TextInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import type { SectionForm } from './editable-section.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

const documentKinds = [
  'passport',
  'contract',
  'power_of_attorney',
  'registration',
  'other',
] as const;
type Values = { kind: (typeof documentKinds)[number]; number: string; issuedBy: string };

/** Adds a document; its scan is attached to the row that then stands there. */
export const DocumentForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const first = useFirstFocus();
  const form = useSmallForm<Values>({
    initial: { kind: 'passport', number: '', issuedBy: '' },
    save: (values) => call('POST /api/subscribers/{id}/documents', { id: card.id, ...values }),
    onClose,
  });
  return (
    <SmallForm form={form} label={t('documents.add')} onCancel={onClose}>
      <div className={css.pair}>
        <ChoiceField
          {...form.value('kind')}
          field="document"
          values={documentKinds}
          ariaLabel={t('fields.document')}
        />
        <TextInput
          {...form.text('number')}
          ref={first}
          placeholder={t('fields.number')}
          aria-label={t('fields.number')}
        />
      </div>
      <TextInput
        {...form.text('issuedBy')}
        placeholder={t('fields.issuedBy')}
        aria-label={t('fields.issuedBy')}
      />
    </SmallForm>
  );
};
