import { formatDay, formatPercent } from '../../../ui/format.ts';
import css from '../../../ui/show/figures.module.css';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Economics } from '../client.ts';
import { inMonths, moneyIn } from './figure-words.ts';

/** The few figures that say whether sales pay for themselves. */
export const EconomicsTotals = ({ economics: { totals, currency } }: { economics: Economics }) => {
  const t = useTexts('sales');
  const money = moneyIn(currency);
  const { keptShare, knownCostShare, horizonMonths, countedOn } = totals;
  const figures = [
    ['acquisition', money(totals.acquisitionMinor)],
    ['retention', money(totals.retentionMinor)],
    ['cac', money(totals.cacMinor)],
    ['margin', money(totals.marginMinor)],
    ['payback', inMonths(totals.paybackMonths)],
    ['lifetime', money(totals.lifetimeMinor)],
  ] as const;
  return (
    <>
      <Totals
        totals={figures.map(([key, value]) => ({
          key,
          value: value ?? '—',
          label: t(`economics.totals.${key}`, { months: horizonMonths }),
        }))}
      />
      <p className={css.rule}>
        {t('economics.rule', { months: horizonMonths })}{' '}
        {keptShare === null ? null : t('economics.kept', { share: formatPercent(keptShare, 1) })}{' '}
        {knownCostShare === null
          ? null
          : t('economics.knownCost', { share: formatPercent(knownCostShare) })}{' '}
        {countedOn === null
          ? t('economics.notCounted')
          : t('economics.counted', { on: formatDay(countedOn) })}
      </p>
    </>
  );
};
