import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatMoney, minorOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { cabinetPaths, useRead, useWrite, type Cabinet } from '../client.ts';
import css from './cabinet.module.css';

/** Takes a subscriber's payment: first whose account it is, then the sum. */
export const Pay = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const [account, setAccount] = useState('');
  const [asked, setAsked] = useState('');
  const [said, setSaid] = useState('');
  const payer = useRead(
    'GET /api/cabinet/account',
    { account: asked },
    { isEnabled: asked !== '' },
  );
  return (
    <>
      {said === '' ? null : <output className={css.said}>{said}</output>}
      <form
        className={css.work}
        onSubmit={(event) => {
          event.preventDefault();
          setSaid('');
          setAsked(account.trim());
        }}
      >
        <TextInput
          label={t('cabinet.account')}
          inputMode="numeric"
          autoComplete="off"
          value={account}
          onChange={(event) => {
            setAccount(event.target.value);
            setAsked('');
          }}
        />
        {asked === '' ? <Button type="submit">{t('cabinet.check')}</Button> : null}
      </form>
      {asked !== '' && payer.error ? <ErrorState failure={payer.error} /> : null}
      {asked !== '' && payer.data ? (
        <PayForm
          cabinet={cabinet}
          payer={payer.data}
          onTaken={(text) => {
            setSaid(text);
            setAccount('');
            setAsked('');
          }}
        />
      ) : null}
    </>
  );
};

type Props = {
  cabinet: Cabinet;
  payer: { account: string; holder: string };
  onTaken: (text: string) => void;
};

const PayForm = ({ cabinet: { currency }, payer, onTaken }: Props) => {
  const t = useTexts('dealers');
  const take = useWrite('POST /api/cabinet/payments', cabinetPaths);
  const { account, holder } = payer;
  const form = useForm<{ amount: number | undefined }, { commissionMinor: number }>({
    initial: { amount: undefined },
    save: ({ amount = 0 }) => take.mutateAsync({ account, amountMinor: minorOf(amount, currency) }),
    onSaved: ({ commissionMinor }) =>
      onTaken(
        t('cabinet.taken', {
          account,
          sum: formatMoney(minorOf(amount ?? 0, currency), currency),
          commission: formatMoney(commissionMinor, currency),
        }),
      ),
  });
  const { amount } = form.values;
  return (
    <Form
      form={form}
      isGuarded={false}
      submitLabel={
        amount === undefined
          ? t('cabinet.takeNothing')
          : t('cabinet.take', { sum: formatMoney(minorOf(amount, currency), currency) })
      }
    >
      <div>
        <span className="dim">{t('cabinet.holder')}</span>
        <p className={css.holder}>{holder}</p>
      </div>
      <NumberField {...form.value('amount')} label={t('cabinet.amount')} required />
    </Form>
  );
};
