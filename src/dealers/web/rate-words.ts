import { formatDay, formatMoney, formatNumber } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import type { Commission } from './client.ts';

/** A rate in words: what for, how much, from when. */
export const useRateWords = (currency: string) => {
  const t = useTexts('dealers');
  return {
    kindOf: ({ kind }: Commission): string => t(`choices.commission.${kind}`),
    rateOf: ({ basisPoints, amountMinor }: Commission): string =>
      basisPoints === null
        ? formatMoney(amountMinor ?? 0, currency)
        : `${formatNumber(basisPoints / 100, 2)} %`,
    termOf: ({ fromOn, toOn }: Commission): string =>
      toOn === null
        ? t('commission.from', { from: formatDay(fromOn) })
        : t('commission.fromTo', { from: formatDay(fromOn), to: formatDay(toOn) }),
  };
};
