import { formatMoney, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Terms } from '../client.ts';

/** What terms make out of date. */
export const termsPaths = ['/api/vip/{id}/terms', '/api/vip-sheet'];

const HUNDREDTHS = 10_000;

/** Says what terms are: "discount in percent, 15 %". */
export const useTermsWords = (currency: string) => {
  const t = useTexts('vip');
  return ({ kind, value }: Pick<Terms, 'kind' | 'value'>): string => {
    const name = t(`terms.kinds.${kind}`);
    const what = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    if (kind === 'percent') return `${what}, ${formatPercent(value / HUNDREDTHS, 2)}`;
    if (kind === 'sum' || kind === 'fixed') {
      return `${what}, ${t('terms.each', { sum: formatMoney(value, currency) })}`;
    }
    return kind === 'longer' ? `${what}, ${t('terms.days', { count: value })}` : what;
  };
};
