import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { minorOf } from '../../../ui/format.ts';
import { randomId } from '../../../ui/random-id.ts';
import { useTexts } from '../../../ui/texts.ts';
import { cashPaths, useWrite } from '../client.ts';
import css from './cash.module.css';

type Props = { kind: 'in' | 'out'; currency: string; onClose: () => void };

/** Brings cash into the desk, or carries it away. */
export const MoveCash = ({ kind, currency, onClose }: Props) => {
  const t = useTexts('billing');
  const [key] = useState(randomId);
  const move = useWrite('POST /api/cash/movements', cashPaths);
  const form = useForm<{ amountMinor: number | undefined; reason: string }, unknown>({
    initial: { amountMinor: undefined, reason: '' },
    save: ({ amountMinor = 0, reason }) =>
      move.mutateAsync({ key, kind, amountMinor: minorOf(amountMinor, currency), reason }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t(`cash.${kind}Title`)} size={440}>
      <Form form={form} submitLabel={t(`cash.${kind}`)} onCancel={onClose}>
        <NumberField
          {...form.value('amountMinor')}
          className={css.sum ?? ''}
          label={t('cash.sum')}
          data-autofocus
        />
        <TextInput
          {...form.text('reason')}
          label={t('cash.reason')}
          placeholder={t('cash.reasonHint')}
        />
      </Form>
    </Modal>
  );
};
