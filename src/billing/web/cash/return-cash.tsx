import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { randomId } from '../../../ui/random-id.ts';
import { useTexts } from '../../../ui/texts.ts';
import { cashPaths, useWrite, type CashOperation } from '../client.ts';
import css from './cash.module.css';

type Props = { operation: CashOperation; onClose: () => void };

/** Gives cash of one receipt back, whole or in part. */
export const ReturnCash = ({ operation, onClose }: Props) => {
  const t = useTexts('billing');
  const [key] = useState(randomId);
  const { paymentId, leftMinor, currency, receipt } = operation;
  const giveBack = useWrite('POST /api/cash/payments/{id}/returns', cashPaths);
  const form = useForm<{ amountMinor: number | undefined; reason: string }, unknown>({
    initial: { amountMinor: majorOf(leftMinor, currency), reason: '' },
    save: ({ amountMinor = 0, reason }) =>
      giveBack.mutateAsync({
        id: paymentId ?? 0,
        key,
        amountMinor: minorOf(amountMinor, currency),
        reason,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('cash.giveBackTitle', { receipt })} size={440}>
      <Form form={form} submitLabel={t('cash.back')} onCancel={onClose}>
        <NumberField
          {...form.value('amountMinor')}
          className={css.sum ?? ''}
          label={t('cash.sum')}
        />
        <TextInput {...form.text('reason')} label={t('returning.reason')} data-autofocus />
      </Form>
    </Modal>
  );
};
