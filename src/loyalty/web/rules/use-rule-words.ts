import { formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ruleOf } from '../../earning/signals.ts';
import type { Rule } from '../client.ts';

/** A rule as a sentence that a person can read. */
export const useRuleWords = () => {
  const t = useTexts('loyalty');
  const sentence = (rule: Rule): string => {
    const { signal, bound, points, pendingDays, mostPoints, capPeriod, budgetPoints } = rule;
    const { per } = ruleOf(signal);
    const parts = [
      t(`rules.sentences.${signal}`, { count: bound }),
      t(`rules.per.${per}`, { count: points, points: formatNumber(points) }),
      pendingDays > 0 && t('rules.waits', { count: pendingDays }),
      mostPoints !== null && t(`rules.most.${capPeriod}`, { points: formatNumber(mostPoints) }),
      budgetPoints !== null && t('rules.within', { points: formatNumber(budgetPoints) }),
      ruleOf(signal).isExtra && t('rules.extra'),
    ];
    return parts.filter((part) => part !== false && part !== undefined).join(' ');
  };
  return { sentence };
};
