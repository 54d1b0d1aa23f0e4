import { formatDay, formatMoney } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import type { LineMention } from './client.ts';

/** A sum that says which way it goes: +50 ₽, −600 ₽. */
export const signedMoney = (amountMinor: number, currency: string): string =>
  `${amountMinor > 0 ? '+' : ''}${formatMoney(amountMinor, currency)}`;

/** How lines and periods of a statement are named. */
export const useLineWords = () => {
  const t = useTexts('billing');
  return {
    kindOf: (kind: string): string => t(`personalData.movements.${kind}`),
    lineOf: ({ kind, amountMinor, on }: Omit<LineMention, 'id'>, currency: string): string =>
      t('statement.line', {
        what: t(`personalData.movements.${kind}`),
        sum: formatMoney(Math.abs(amountMinor), currency),
        on: formatDay(on),
      }),
    periodOf: (fromOn: string, toOn: string): string =>
      fromOn === toOn
        ? formatDay(fromOn)
        : t('statement.period', { from: formatDay(fromOn), to: formatDay(toOn) }),
  };
};
