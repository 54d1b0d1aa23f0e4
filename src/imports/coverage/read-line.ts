import type { Technology } from '../../catalog/api.ts';
import { type DecimalSign, readNumber } from '../reading/read-number.ts';

/** By what words technologies go in tables of networks, the surer first. */
const words: readonly (readonly [RegExp, Technology])[] = [
  [/docsis|коакс|coax|\bhfc\b|кабельн/i, 'docsis'],
  [/[avs]?dsl|телефонн/i, 'dsl'],
  [/wi-?fi|wireless|radio|\blte\b|радио|беспровод|базов/i, 'wireless'],
  [/fttb|ethernet|utp|витая|\beth\b|медь|метро/i, 'ethernet'],
  [/ftth|[gx]?e?pon|fttx|оптик|волокно|fib(er|re)/i, 'ftth'],
];

/** The technology that a table means: `GPON`, `оптика`, `FTTB`; null where it cannot be told. */
export const readTechnology = (value: string): Technology | null =>
  words.find(([pattern]) => pattern.test(value))?.[1] ?? null;

const MOST_KBPS = 1e9;
const units: readonly (readonly [RegExp, number])[] = [
  [/g|г/i, 1e6],
  [/m|м/i, 1e3],
  [/k|к/i, 1],
];

const unitOf = (text: string): number | null =>
  units.find(([letter]) => new RegExp(`(^|[^a-zа-яё])(${letter.source})`, 'i').test(text))?.[1] ??
  null;

/**
 * A speed in kbit/s: `300`, `1 Гбит/с`, megabits where neither the cell nor the column's name says
 * otherwise; null where it cannot be told.
 */
export function readSpeed(
  value: string,
  { name, decimal }: { name: string; decimal: DecimalSign | undefined },
): number | null {
  const [, digits = '', word = ''] = /^([\d.,\s]+)\s*([a-zа-яё/]*)\.?$/iu.exec(value.trim()) ?? [];
  const amount = readNumber(digits, decimal);
  const inColumn = /[,(]\s*([a-zа-яё]+bit|[a-zа-яё]*бит)/iu.exec(name)?.[1] ?? '';
  const unit = word === '' ? (unitOf(inColumn) ?? 1e3) : unitOf(word);
  if (amount === null || unit === null) return null;
  const kbps = Math.round(Number(amount) * unit);
  return kbps >= 1 && kbps <= MOST_KBPS ? kbps : null;
}
