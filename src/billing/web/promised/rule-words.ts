import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { useAsked } from '../../../ui/table/use-asked.ts';
import { sentenceOf } from '../../../ui/table/words.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import type { PromiseRule } from '../client.ts';

/** Says a rule of promised payments in a sentence. */
export const usePromiseWords = (): ((rule: PromiseRule) => string) => {
  const t = useTexts('billing');
  const ui = useTexts();
  const asked = useAsked('subscribers');
  const currency = useCurrency();
  const sum = (minor: number): string => formatMoney(minor, currency);
  return (rule) => {
    const { condition, sumsMinor, days, priceMinor, monthlyTimes, mostDebtMinor } = rule;
    const who = condition
      ? t('promises.rules.only', { what: sentenceOf(condition, asked.words, ui) })
      : t('promises.rules.everyone');
    const sums =
      rule.sumKind === 'fixed'
        ? sumsMinor.map(sum).join(t('promises.or'))
        : t('promises.rules.saysUpTo', { percent: formatNumber(rule.feesPercent) });
    const price =
      priceMinor === 0
        ? t('promises.rules.saysFree')
        : t('promises.rules.saysPrice', { sum: sum(priceMinor) });
    const months = t('promises.months', { count: rule.leastTenureMonths });
    const limits = [
      monthlyTimes !== null && t('promises.rules.saysTimes', { count: monthlyTimes }),
      rule.leastDaysBetween > 0 &&
        t('promises.rules.saysBetween', { count: rule.leastDaysBetween }),
      rule.leastTenureMonths > 0 && t('promises.rules.saysTenure', { months }),
      mostDebtMinor !== null && t('promises.rules.saysDebt', { sum: sum(mostDebtMinor) }),
    ].filter(Boolean);
    return t('promises.rules.says', {
      who,
      sums,
      price,
      days: t('promises.rules.days', { count: days }),
      limits: limits.map((limit) => `, ${String(limit)}`).join(''),
    });
  };
};
