import { formatDay, formatNumber, formatPercent, formatWholeMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { worthKeys, type WorthKey } from '../../kpis/kpis.ts';
import type { Dimension, Kpi } from '../client.ts';

/** A figure as it is read; sums in whole units of the currency, a dash where nothing is known. */
export function figureWords(
  { unit }: Pick<Kpi, 'unit'>,
  value: number | null | undefined,
  currency: string,
): string {
  if (value === null || value === undefined) return '—';
  if (unit === 'share') return formatPercent(value, 2);
  if (unit === 'count') return formatNumber(value);
  if (unit !== 'money') return formatNumber(value, 1);
  return formatWholeMoney(value, currency);
}

export const monthWords = (month: string): string => formatDay(month, 'month');

/** The last month that is over, where there is one. */
export const wholeMonth = (months: readonly string[]): string => months.at(-2) ?? months[0] ?? '';

/** Words of a dimension's values; those without a name are kept by a word of ours. */
export const useValueWords = () => {
  const t = useTexts('reports');
  return (dimension: Dimension, value: string, name: string | null): string => {
    if (value === '') return t(`unknown.${dimension}`);
    if (dimension === 'technology') return t(`catalog:technology.${value}`);
    return dimension === 'channel' ? t(`conversations:channels.${value}`) : (name ?? value);
  };
};

export const isWorth = (key: string): key is WorthKey => worthKeys.some((one) => one === key);

/** Where the rows behind a figure are shown; what sales cost and bring stands on its own page. */
export function rowsPath(key: string, month: string, slice: Record<string, string> = {}): string {
  if (isWorth(key)) return '/deals/economics';
  return `/reports/rows?${new URLSearchParams({ kpi: key, month, ...slice }).toString()}`;
}
