import { type DecimalSign, readNumber } from '../reading/read-number.ts';

/** Bytes in a unit; a gigabyte is what tariffs mean by it, 10⁹ bytes, and `GiB` 2³⁰. */
const byteUnits: readonly (readonly [RegExp, number])[] = [
  [/^(b|б|байта?|bytes?|octets?)$/, 1],
  [/^(kib|киб)$/, 2 ** 10],
  [/^(mib|миб)$/, 2 ** 20],
  [/^(gib|гиб)$/, 2 ** 30],
  [/^(k|kb|кб|кбайт)$/, 1e3],
  [/^(m|mb|мб|мбайт)$/, 1e6],
  [/^(g|gb|гб|гбайт)$/, 1e9],
  [/^(t|tb|тб|тбайт)$/, 1e12],
];

const secondUnits: readonly (readonly [RegExp, number])[] = [
  [/^(s|secs?|seconds?|с|сек|секунды?)$/, 1],
  [/^(m|mins?|minutes?|м|мин|минуты?)$/, 60],
  [/^(h|hours?|ч|час|часы|часов)$/, 3600],
];

const unitOf = (units: typeof byteUnits, word: string): number | null =>
  units.find(([pattern]) => pattern.test(word.toLowerCase().replace(/\.$/, '')))?.[1] ?? null;

/** The unit that the name of a column ends with: `Трафик, МБ`, `Duration (min)`; 1 without one. */
function unitOfColumn(units: typeof byteUnits, name: string): number {
  const word = /[\s,(_]([a-zа-яё]+)\.?\)?$/iu.exec(name.trim())?.[1];
  return word === undefined ? 1 : (unitOf(units, word) ?? 1);
}

function read(
  units: typeof byteUnits,
  value: string,
  { name, decimal }: { name: string; decimal: DecimalSign | undefined },
): number | null {
  const [, digits = '', word = ''] = /^([-+\d.,\s]+)([a-zа-яё]*\.?)$/iu.exec(value.trim()) ?? [];
  const unit = word === '' ? unitOfColumn(units, name) : unitOf(units, word);
  // A counter of bytes has more digits than a number of a table; it is whole.
  const plain = digits.replaceAll(/[\s\u00A0\u202F]/g, '');
  const amount = /^\d+$/.test(plain) ? plain : readNumber(digits, decimal);
  if (unit === null || amount === null) return null;
  const total = Math.round(Number(amount) * unit);
  return Number.isSafeInteger(total) && total >= 0 ? total : null;
}

/**
 * How much was transferred, in bytes: `1536`, `1,5 ГБ`; null where it cannot be told.
 * @param column whose name may name the unit
 */
export const readBytes = (
  value: string,
  column: { name: string; decimal: DecimalSign | undefined },
): number | null => read(byteUnits, value, column);

/** How long it lasted, in seconds: `3600`, `1:00:00`, `60 мин`; null where it cannot be told. */
export function readSeconds(
  value: string,
  column: { name: string; decimal: DecimalSign | undefined },
): number | null {
  const clock = /^(?:(\d+):([0-5]\d)|(\d{1,4})):([0-5]\d)$/.exec(value.trim());
  if (!clock) return read(secondUnits, value, column);
  const [, hours = '0', within = '0', minutes = '0', seconds = '0'] = clock;
  return Number(hours) * 3600 + (Number(within) + Number(minutes)) * 60 + Number(seconds);
}
