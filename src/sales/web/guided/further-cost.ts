import { formatMoney } from '../../../ui/format.ts';
import type { Translate } from '../../../ui/texts.ts';
import type { Further } from './use-guided.ts';

/** What a further service costs: a month, and once, so that nothing comes as a surprise. */
export function costOf(further: Further, currency: string, t: Translate): string {
  const { monthlyFeeMinor, addedMinor, onceMinor, instalments, isNeeded } = further;
  const sum = (minor: number): string => formatMoney(minor, currency);
  return [
    monthlyFeeMinor > 0 ? `${sum(addedMinor)} ${t('pitch.aMonth')}` : null,
    addedMinor < monthlyFeeMinor ? t('guided.makesBundle', { sum: sum(monthlyFeeMinor) }) : null,
    onceMinor > 0 && instalments === 0 ? t('guided.once', { sum: sum(onceMinor) }) : null,
    onceMinor > 0 && instalments > 0
      ? t('guided.inParts', { sum: sum(onceMinor), count: instalments })
      : null,
    isNeeded ? t('guided.isNeeded') : null,
  ]
    .filter((words) => words !== null)
    .join(' · ');
}
