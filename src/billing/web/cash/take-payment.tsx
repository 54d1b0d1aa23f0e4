import { TextInput } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney, majorOf, minorOf } from '../../../ui/format.ts';
import { randomId } from '../../../ui/random-id.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { cashPaths, useWrite, type Payer, type TakenPayment } from '../client.ts';
import css from './cash.module.css';
import { PayerHead } from './payer-head.tsx';

type Props = {
  payer: Payer;
  currency: string;
  onTaken: (taken: TakenPayment) => void;
  onLeft: () => void;
};
type Values = { amountMinor: number | undefined; givenMinor: number | undefined; payer: string };

const selectAll = (event: FocusEvent<HTMLInputElement>): void => event.target.select();

/** Takes a sum for an account: what is owed stands there to be taken or typed over. */
export const TakePayment = ({ payer, currency, onTaken, onLeft }: Props) => {
  const t = useTexts('billing');
  // One key for one payer at the window: pressed again, or sent again, it is the same payment.
  const [key] = useState(randomId);
  const take = useWrite('POST /api/cash/payments', cashPaths);
  const { accountId, balanceMinor } = payer;
  const inMinor = (value: number | undefined): number | null =>
    value === undefined ? null : minorOf(value, currency);
  const form = useForm<Values, TakenPayment>({
    initial: {
      amountMinor: balanceMinor < 0 ? majorOf(-balanceMinor, currency) : undefined,
      givenMinor: undefined,
      payer: '',
    },
    save: async (values) => {
      const amountMinor = inMinor(values.amountMinor) ?? 0;
      const givenMinor = inMinor(values.givenMinor);
      const input = { key, accountId, amountMinor, givenMinor, payer: values.payer };
      return { ...(await take.mutateAsync(input)), amountMinor, hasGiven: givenMinor !== null };
    },
    onSaved: onTaken,
  });
  useShortcut('Escape', onLeft, { label: t('cash.other'), isWhileTyping: true });
  const sumMinor = inMinor(form.values.amountMinor);
  const givenMinor = inMinor(form.values.givenMinor);
  const changeMinor = givenMinor === null || sumMinor === null ? null : givenMinor - sumMinor;
  return (
    <>
      <PayerHead payer={payer} currency={currency} />
      <div className={css.take}>
        <Form
          form={form}
          isGuarded={false}
          isFirstFocused
          onCancel={onLeft}
          submitLabel={
            sumMinor === null
              ? t('cash.take')
              : t('cash.takeSum', { sum: formatMoney(sumMinor, currency) })
          }
        >
          <FormRow>
            <NumberField
              {...form.value('amountMinor')}
              className={css.sum ?? ''}
              label={t('cash.sum')}
              onFocus={selectAll}
            />
            <NumberField
              {...form.value('givenMinor')}
              className={css.given ?? ''}
              label={t('cash.given')}
              onFocus={selectAll}
            />
          </FormRow>
          {changeMinor === null ? null : (
            <div className={css.change}>
              <span className="dim">{t('cash.change')}</span>
              <output className="tabular">
                {changeMinor < 0 ? '—' : formatMoney(changeMinor, currency)}
              </output>
            </div>
          )}
          <TextInput {...form.text('payer')} label={t('cash.payer')} autoComplete="off" />
        </Form>
      </div>
    </>
  );
};
