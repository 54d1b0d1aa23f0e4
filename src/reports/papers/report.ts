import type { z } from 'zod';
import type { Ctx, Language } from '../../kernel/context.ts';
import { loadTexts } from '../../kernel/i18n/texts.ts';
import { decimalText, isCurrency, money } from '../../kernel/money/index.ts';
import type { SheetColumn, SheetValue } from '../../kernel/sheets/sheet.ts';
import type { ReportAsk } from '../api/reports.ts';
import type { Dimension, Kpi } from '../kpis/kpis.ts';

export type Ask = z.output<typeof ReportAsk>;

/** A table with a head, whose rows are read while it is written. */
export type Report = {
  title: string;
  /** Of when and of whom. */
  about: string;
  /** How it was counted. */
  rule: string;
  columns: SheetColumn[];
  rows: () => AsyncIterable<SheetValue[][]>;
};

const texts = loadTexts(['reports', 'catalog', 'conversations']);

export type Words = (key: string, given?: Record<string, unknown>) => string;

/** Words of this domain in the reader's language; of others by their own name. */
export const wordsIn = (language: Language): Words => {
  const { t } = texts[language];
  return (key, given = {}) => t(key.includes(':') ? key : `reports:${key}`, given);
};

/** The words of a dimension's value, as the page tells it. */
export function valueWords(
  t: Words,
  dimension: Dimension,
  { value, name }: { value: string; name?: string | null },
): string {
  if (value === '') return t(`unknown.${dimension}`);
  if (dimension === 'technology') return t(`catalog:technology.${value}`);
  return dimension === 'channel' ? t(`conversations:channels.${value}`) : (name ?? value);
}

/** A figure as a number of its unit: whole units of the currency, hundredths of a share. */
export function numberOf(
  ctx: Ctx,
  unit: Kpi['unit'],
  value: number | null | undefined,
): number | null {
  if (value === null || value === undefined) return null;
  if (unit === 'share') return rounded(value * 100, 2);
  if (unit === 'money') return majorOf(ctx.operator.currency, value);
  return rounded(value, 1);
}

/** Minor units as a number of whole ones. */
export const majorOf = (currency: string, minor: number): number =>
  isCurrency(currency) ? Number(decimalText(money(minor, currency))) : minor;

const rounded = (value: number, digits: number): number =>
  Math.round(value * 10 ** digits) / 10 ** digits;

const locales = { ru: 'ru-RU', en: 'en-GB' } as const;

export const monthWords = (month: string, language: Language, style: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(locales[language], {
    month: style,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}T00:00:00Z`));

/** A day as it is read. */
export const dayWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Rows that are all at hand. */
export const atOnce = (rows: SheetValue[][]): Report['rows'] =>
  async function* () {
    yield rows;
  };
