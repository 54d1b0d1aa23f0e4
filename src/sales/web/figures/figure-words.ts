import { formatDay, formatNumber, formatPercent, formatWholeMoney } from '../../../ui/format.ts';

/** Sums in whole units of a currency, for means and forecasts; of what is not known, nothing. */
export const moneyIn =
  (currency: string) =>
  (amountMinor: number | null): string | null =>
    amountMinor === null ? null : formatWholeMoney(amountMinor, currency);

/** A month by its first day, as it begins a line. */
export const monthWords = (month: string): string => formatDay(month, 'month');

export const shareOf = (part: number, whole: number): string | null =>
  whole === 0 ? null : formatPercent(part / whole);

export const count = (value: number): string => formatNumber(value);

/** Months with one digit after the comma. */
export const inMonths = (months: number | null): string | null =>
  months === null ? null : formatNumber(months, 1);
