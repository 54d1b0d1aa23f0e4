import { Button } from '@mantine/core';
import { useState } from 'react';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ChoiceButton } from './choices.tsx';
import { GoOn } from './go-on.tsx';
import { paymentWords } from './payment-words.ts';
import type { Guided, StepProps } from './use-guided.ts';
import css from './guided.module.css';

type Way = Guided['paymentWays'][number]['way'];

/** How the connection is paid, as tariff and line allow; of a free one nobody asks. */
export const PaymentStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const { paymentWays, payment, currency, isMetred } = sale;
  const [only, ...others] = paymentWays;
  const isFree = only?.way === 'free' && others.length === 0;
  const take = (way: Way): void => acting.actAndGo('PUT /api/guided-sales/{id}/payment', { way });
  return (
    <div className={css.answers}>
      {isMetred ? <Metres key={sale.metres} sale={sale} acting={acting} /> : null}
      {paymentWays.length === 0 && !isMetred ? (
        <p className={css.none}>{t('guided.nothingToPay')}</p>
      ) : null}
      {paymentWays.map((one, at) => (
        <ChoiceButton
          key={one.way}
          at={at}
          label={paymentWords(t, one, currency)}
          isChosen={payment === one.way}
          onChoose={() => take(one.way)}
        />
      ))}
      {isFree ? (
        <GoOn acting={acting} label={t('guided.next')} onGo={() => take('free')} />
      ) : (
        <GoOn
          acting={acting}
          isPass={payment === null}
          label={t(payment === null ? 'guided.pass' : 'guided.next')}
          onGo={() => acting.act('POST /api/guided-sales/{id}/answer', {})}
        />
      )}
    </div>
  );
};

/** How far the cable goes to a house, by which its connection is priced. */
const Metres = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const [metres, setMetres] = useState(sale.metres ?? undefined);
  const save = (): void => {
    if (metres === undefined) return;
    acting.act('PUT /api/guided-sales/{id}/metres', { metres: Math.round(Math.max(0, metres)) });
  };
  return (
    <form
      className={css.metres}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <NumberField
        label={t('guided.metres')}
        description={t('guided.metresText')}
        value={metres}
        onChange={setMetres}
      />
      <Button type="submit" loading={acting.isBusy}>
        {t('guided.price')}
      </Button>
    </form>
  );
};
