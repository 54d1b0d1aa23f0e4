import { formatMoney, formatWholeMoney, minorOf } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Plan } from './client.ts';
import css from './plan.module.css';

/** What one more unit of money, and one more call, would bring: what is short of. */
export const PlanPrices = ({ plan: { perMoney, perCallMinor, currency } }: { plan: Plan }) => {
  const t = useTexts('retention');
  const one = minorOf(1, currency);
  const money =
    perMoney > 0
      ? t('plan.moneyShort', {
          one: formatMoney(one, currency),
          gain: formatMoney(Math.round(perMoney * one), currency),
        })
      : t('plan.moneyEnough');
  const calls =
    perCallMinor > 0
      ? t('plan.callsShort', { gain: formatWholeMoney(perCallMinor, currency) })
      : t('plan.callsEnough');
  return (
    <section className={figures.sheet} aria-label={t('plan.prices')}>
      <h2>{t('plan.prices')}</h2>
      <p className={css.words}>{money}</p>
      <p className={css.words}>{calls}</p>
    </section>
  );
};
