import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notifyDone } from '../../ui/notify.tsx';
import { Problem } from '../../ui/problem.ts';
import { useTexts } from '../../ui/texts.ts';
import { ChoiceField } from './aside/choice-field.tsx';
import type { SectionForm } from './aside/editable-section.tsx';
import { SmallForm, useSmallForm } from './aside/small-form.tsx';
import { call, type Card } from './client.ts';

const reasons = ['request', 'retention_over', 'entered_by_mistake'] as const;
const keptByLaw = ['subscribers.still_customer', 'subscribers.retention_not_over'];

type Values = { reason: (typeof reasons)[number]; confirm: string; isBeforeRetention: boolean };

/** Erasing cannot be taken back, so it asks for the name and says what goes and what stays. */
export const EraseDialog = (props: { card: Card; isOpen: boolean; onClose: () => void }) => {
  const t = useTexts('subscribers');
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={t('erase.title')}>
      <p>{t('erase.text')}</p>
      <EraseForm card={props.card} onClose={props.onClose} />
    </Modal>
  );
};

const EraseForm: SectionForm = ({ card, onClose }) => {
  const t = useTexts('subscribers');
  const [mustWait, setMustWait] = useState(false);
  const form = useSmallForm<Values>({
    initial: { reason: 'request', confirm: '', isBeforeRetention: false },
    save: async (values) => {
      try {
        await call('POST /api/subscribers/{id}/erase', { id: card.id, ...values });
        notifyDone(t('erase.done'));
      } catch (failure) {
        const code = failure instanceof Problem ? failure.code : '';
        setMustWait(keptByLaw.includes(code));
        throw failure;
      }
    },
    onClose,
  });
  return (
    <SmallForm form={form} label={t('erase.title')} onCancel={onClose} danger={t('erase.forEver')}>
      <ChoiceField
        {...form.value('reason')}
        field="erasure"
        values={reasons}
        label={t('fields.erasure')}
      />
      <TextInput
        {...form.text('confirm')}
        label={t('erase.confirm', { name: card.displayName || card.id })}
        autoComplete="off"
      />
      {mustWait ? (
        <Checkbox {...form.tick('isBeforeRetention')} label={t('erase.beforeRetention')} />
      ) : null}
    </SmallForm>
  );
};
