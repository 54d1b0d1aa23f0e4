import { TextInput } from '@mantine/core';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import css from './aside.module.css';
import { ChoiceField } from './choice-field.tsx';
import type { SectionForm } from './editable-section.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

const channels = ['any', 'phone', 'sms', 'email', 'messenger', 'post'] as const;
const purposes = ['advertising', 'service', 'research', 'personal_data', 'third_parties'] as const;

type Values = {
  purpose: (typeof purposes)[number];
  channel: (typeof channels)[number];
  word: 'given' | 'withdrawn';
  source: string;
  proof: string;
};

/** Records that a consent was given or withdrawn, with where that is known from. */
export const ConsentForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const form = useSmallForm<Values>({
    initial: { purpose: 'advertising', channel: 'any', word: 'given', source: '', proof: '' },
    save: ({ word, ...values }) => {
      const isGranted = word === 'given';
      return call('POST /api/subscribers/{id}/consents', { id: card.id, ...values, isGranted });
    },
    onClose,
  });
  return (
    <SmallForm form={form} label={t('consents.add')} onCancel={onClose}>
      <Segmented
        label={t('consents.word')}
        value={form.values.word}
        options={[
          { value: 'given', label: t('consents.given') },
          { value: 'withdrawn', label: t('consents.withdrawn') },
        ]}
        onChange={(word) => form.set('word', word)}
      />
      <div className={css.pair}>
        <ChoiceField
          {...form.value('purpose')}
          field="purpose"
          values={purposes}
          ariaLabel={t('fields.purpose')}
        />
        <ChoiceField
          {...form.value('channel')}
          field="channel"
          values={channels}
          ariaLabel={t('fields.channel')}
        />
      </div>
      <TextInput
        {...form.text('source')}
        placeholder={t('consents.sourceHint')}
        aria-label={t('fields.source')}
      />
      <TextInput
        {...form.text('proof')}
        placeholder={t('consents.proofHint')}
        aria-label={t('fields.proof')}
      />
    </SmallForm>
  );
};
