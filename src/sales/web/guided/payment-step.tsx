import { useTexts } from '../../../ui/texts.ts';
import { ChoiceButton } from './choices.tsx';
import { GoOn } from './go-on.tsx';
import { MetresForm } from './metres-form.tsx';
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
      <MetresForm sale={sale} acting={acting} />
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
