import { Button, TextInput } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { randomId } from '../../../ui/random-id.ts';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { cashPaths, useWrite, type Payment } from '../client.ts';
import css from './payments.module.css';

type Props = { payment: Payment; onReturned: () => void };

/** Gives a payment back, whole or in part, once the button is pressed and the reason told. */
export const ReturnPayment = ({ payment, onReturned }: Props) => {
  const t = useTexts('billing');
  const [isOpen, setOpen] = useState(false);
  const { id, currency, amountMinor, returnedMinor } = payment;
  const giveBack = useWrite('POST /api/payments/{id}/returns', ['/api/payments', '/api/accounts']);
  const payOut = useWrite('POST /api/cash/payments/{id}/returns', cashPaths);
  const [key] = useState(randomId);
  const form = useForm<{ amountMinor: number | undefined; reason: string }, unknown>({
    initial: { amountMinor: majorOf(amountMinor - returnedMinor, currency), reason: '' },
    save: ({ amountMinor: typed = 0, reason }) => {
      const input = { id, amountMinor: minorOf(typed, currency), reason };
      return payment.sourceKind === 'cash'
        ? payOut.mutateAsync({ ...input, key })
        : giveBack.mutateAsync(input);
    },
    onSaved: onReturned,
  });
  return (
    <section className={css.part}>
      {isOpen ? (
        <Form form={form} submitLabel={t('returning.submit')} onCancel={() => setOpen(false)}>
          <NumberField {...form.value('amountMinor')} label={t('payments.sum')} />
          <TextInput {...form.text('reason')} label={t('returning.reason')} data-autofocus />
          {payment.sourceKind === 'dealers' ? (
            <p className="dim">{t('returning.atDealer')}</p>
          ) : null}
        </Form>
      ) : (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Undo2 size={14} />}
            onClick={() => setOpen(true)}
          >
            {t('returning.open')}
          </Button>
        </div>
      )}
    </section>
  );
};
