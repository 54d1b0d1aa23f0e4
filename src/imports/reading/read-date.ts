import { dateOfSerial } from './excel-serial.ts';

/** In which order day, month and year stand where digits alone do not tell. */
export type DateOrder = 'dmy' | 'mdy';

const monthNames = [
  ['янв', 'jan', 'січ'],
  ['фев', 'feb', 'лют'],
  ['мар', 'mar', 'бер'],
  ['апр', 'apr', 'кві'],
  ['мая', 'май', 'may', 'тра'],
  ['июн', 'jun', 'чер'],
  ['июл', 'jul', 'лип'],
  ['авг', 'aug', 'сер'],
  ['сен', 'sep', 'вер'],
  ['окт', 'oct', 'жов'],
  ['ноя', 'nov', 'лис'],
  ['дек', 'dec', 'гру'],
];

const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const isoPattern = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})${time}$`);
const dayFirstPattern = new RegExp(
  String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?:\s*г\.?)?${time}$`,
);
const namedPattern = /^(\d{1,2})[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4})(?:\s*г(?:\.|ода)?)?$/u;
const namedFirstPattern = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/u;

/** Two digits of a year up to this lie in this century, later ones in the one before. */
const LAST_SHORT_YEAR = 49;

/**
 * A date as people and billings write it, as `2024-03-01`; null where it is none. Knows
 * `01.03.2024`, `1/3/24`, ISO with or without a time, `1 марта 2024 г.`, `Mar 1, 2024`.
 */
export function readDate(text: string, order: DateOrder = 'dmy'): string | null {
  const written = text.trim();
  if (written.length < 6 || written.length > 40) return null;
  const iso = isoPattern.exec(written);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = dayFirstPattern.exec(written);
  if (short) {
    const [day, month] =
      order === 'mdy' && short[2] === '/' ? [short[3], short[1]] : [short[1], short[3]];
    return calendarDate(fullYear(short[4] ?? ''), Number(month), Number(day));
  }
  const named = namedPattern.exec(written);
  if (named) return calendarDate(Number(named[3]), monthOf(named[2] ?? ''), Number(named[1]));
  const first = namedFirstPattern.exec(written);
  return first && calendarDate(Number(first[3]), monthOf(first[1] ?? ''), Number(first[2]));
}

/**
 * A date that may also be a spreadsheet's day number (`45352`) or seconds since 1970
 * (`1709251200`); for columns that are known to hold dates.
 */
export function readStoredDate(text: string, order: DateOrder = 'dmy'): string | null {
  const written = text.trim();
  if (/^\d{5}(\.\d+)?$/.test(written)) return dateOfSerial(Number(written))?.slice(0, 10) ?? null;
  if (/^\d{9,10}$/.test(written)) {
    return new Date(Number(written) * 1000).toISOString().slice(0, 10);
  }
  return readDate(written, order);
}

/** Dates that mean that there is none. */
export function isEmptyDate(text: string): boolean {
  return /^(0{4}-00-00( 00:00:00)?|00\.00\.0{4}|0+|-)?$/.test(text.trim());
}

/**
 * The order that some samples of one column prove: `mdy` when a date written with slashes has its
 * day, above 12, in the second place and none has it in the first.
 */
export function dateOrderOf(samples: Iterable<string>): DateOrder {
  let hasMonthFirst = false;
  for (const sample of samples) {
    const parts = /^(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(sample.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) return 'dmy';
    if (Number(parts[2]) > 12) hasMonthFirst = true;
  }
  return hasMonthFirst ? 'mdy' : 'dmy';
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number {
  const small = name.toLowerCase();
  return monthNames.findIndex((names) => names.some((start) => small.startsWith(start))) + 1;
}

function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
