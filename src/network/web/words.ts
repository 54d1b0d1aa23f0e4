import { formatMoney, formatNumber } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import type { CheckedLine } from './client.ts';

/** Speeds, technologies and what connecting costs, in words. */
export const useWords = () => {
  const t = useTexts('network');
  const speed = (kbps: number | null): string =>
    kbps === null ? '' : t('speed', { speed: formatNumber(kbps / 1000, 1) });
  const technology = (one: string): string => t(`catalog:technology.${one}`);
  const cost = (one: CheckedLine['cost']): string => {
    if (one === null) return t('cost.unknown');
    const { totalMinor, partMinor, parts, freeFromMinor, currency } = one;
    if (totalMinor === null) return t('cost.far');
    const sum = totalMinor === 0 ? t('cost.free') : formatMoney(totalMinor, currency);
    const split =
      parts > 1 && totalMinor > 0
        ? t('cost.parts', { count: parts, part: formatMoney(partMinor ?? 0, currency) })
        : '';
    const free =
      freeFromMinor !== null && totalMinor > 0
        ? t('cost.freeFrom', { fee: formatMoney(freeFromMinor, currency) })
        : '';
    return [sum, split, free].filter(Boolean).join(', ');
  };
  return { speed, technology, cost };
};
