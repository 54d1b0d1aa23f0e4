import { formatDay, formatWholeMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { LostLine } from '../client.ts';

/** A sum with its bounds, in whole units of the currency. */
export type Loss = NonNullable<LostLine['loss']>;

export const MONTHS_A_YEAR = 12;

export const monthWords = (month: string): string => formatDay(month, 'month');

/** How a loss stands to nought: its bounds are never cut, so they say whether there is one. */
export const standingOf = ({ low, high }: Loss): 'proven' | 'unproven' | 'none' =>
  low > 0 ? 'proven' : high < 0 ? 'none' : 'unproven';

export const useLossWords = (currency: string) => {
  const t = useTexts('quality');
  const money = (minor: number): string => formatWholeMoney(minor, currency);
  const within = ({ low, high }: Loss): string =>
    t('lost.within', { low: money(low), high: money(high) });
  return { money, within };
};

/** Where the contacts behind a figure are shown. */
export function contactsPath(process: string, from: string, to: string): string {
  return `/quality/lost/contacts?${new URLSearchParams({ process, from, to }).toString()}`;
}
