import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { formatDay, formatMoney, majorOf, minorOf } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { servicePaths, useWrite, type Promises } from '../client.ts';
import css from '../rules/rules.module.css';

type Props = { accountId: number; shown: Promises; onTaken: () => void };

/** The offer with its sums, or why there is none. */
export const Offer = ({ accountId, shown, onTaken }: Props) => {
  const t = useTexts('billing');
  const may = useMay();
  const { offer, why, currency, promises } = shown;
  const open = promises.find(({ state }) => state === 'open');
  const sum = (minor: number): string => formatMoney(minor, currency);
  if (open) {
    const { amountMinor, paidMinor, dueOn } = open;
    const values = { sum: sum(amountMinor), paid: sum(paidMinor), on: formatDay(dueOn) };
    return <p>{t('promises.isOpen', values)}</p>;
  }
  if (!offer) {
    return (
      <>
        <p>
          <b>{t('promises.none')}</b>
        </p>
        <ul className={css.why}>
          {why.map(({ code, words }) => (
            <li key={code}>{words}</li>
          ))}
        </ul>
        {may('billing.settings') && why.some(({ code }) => code === 'no_rule') ? (
          <p>
            <Link to="/settings/promises">{t('promises.setRules')}</Link>
          </p>
        ) : null}
      </>
    );
  }
  const sums =
    offer.sumsMinor.length > 0
      ? offer.sumsMinor.map(sum).join(t('promises.or'))
      : t('promises.upTo', { sum: sum(offer.mostMinor) });
  const price =
    offer.priceMinor === 0
      ? t('promises.free')
      : t('promises.costs', { sum: sum(offer.priceMinor) });
  return (
    <>
      <p>{t('promises.offered', { sums, on: formatDay(offer.dueOn), price })}</p>
      <Choice accountId={accountId} offer={offer} currency={currency} onTaken={onTaken} />
    </>
  );
};

type ChoiceProps = {
  accountId: number;
  offer: NonNullable<Promises['offer']>;
  currency: string;
  onTaken: () => void;
};

const Choice = ({ accountId, offer, currency, onTaken }: ChoiceProps) => {
  const t = useTexts('billing');
  const take = useWrite('POST /api/accounts/{id}/promises', servicePaths);
  const [sum, setSum] = useState<number | undefined>(majorOf(offer.mostMinor, currency));
  const promise = (amountMinor: number): void =>
    void take
      .mutateAsync({ id: accountId, amountMinor })
      .then(({ isResumed }) => {
        notifyDone(t(isResumed ? 'promises.resumed' : 'promises.taken'));
        onTaken();
      })
      .catch(notifyProblem);
  if (offer.sumsMinor.length > 0) {
    return (
      <div className={css.sums}>
        {offer.sumsMinor.map((minor) => (
          <Button
            key={minor}
            variant="filled"
            disabled={take.isPending}
            onClick={() => promise(minor)}
          >
            {formatMoney(minor, currency)}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <>
      <NumberField
        value={sum}
        onChange={setSum}
        label={`${t('promises.sum')}, ${currency}`}
        data-autofocus
      />
      <Button
        variant="filled"
        loading={take.isPending}
        disabled={sum === undefined}
        onClick={() => promise(minorOf(sum ?? 0, currency))}
      >
        {t('promises.take')}
      </Button>
    </>
  );
};
