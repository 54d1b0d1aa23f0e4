import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ChoiceButton } from './choices.tsx';
import { GoOn } from './go-on.tsx';
import type { StepProps } from './use-guided.ts';
import css from './guided.module.css';

/** How the connection is paid, in the ways that the tariff and the line allow. */
export const PaymentStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const { paymentWays, payment, currency } = sale;
  const worded = ({ way, totalMinor, parts, partMinor }: (typeof paymentWays)[number]): string =>
    t(`guided.payments.${way}`, {
      sum: formatMoney(totalMinor, currency),
      part: formatMoney(partMinor, currency),
      count: parts,
    });
  return (
    <div className={css.answers}>
      {paymentWays.length === 0 ? <p className={css.none}>{t('guided.nothingToPay')}</p> : null}
      {paymentWays.map((one, at) => (
        <ChoiceButton
          key={one.way}
          at={at}
          label={worded(one)}
          isChosen={payment === one.way}
          isBusy={acting.isBusy}
          onChoose={() => acting.actAndGo('PUT /api/guided-sales/{id}/payment', { way: one.way })}
        />
      ))}
      <GoOn
        acting={acting}
        label={t(payment === null ? 'guided.pass' : 'guided.next')}
        onGo={() => acting.act('POST /api/guided-sales/{id}/answer', {})}
      />
    </div>
  );
};
