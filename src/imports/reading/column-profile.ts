import type { ColumnType } from './column-types.ts';
import { dateOrderOf, isEmptyDate, readDate, type DateOrder } from './read-date.ts';
import { decimalSignOf, readNumber, type DecimalSign } from './read-number.ts';
import { readYesNo } from './read-yes-no.ts';

/** What has been seen in a column so far. Grows by `observe`, stays small however long the file. */
export type ColumnProfile = {
  filled: number;
  numbers: number;
  dates: number;
  yesNo: number;
  longest: number;
  /** How often each value came, until there are too many different ones. */
  values: Map<string, number>;
  hasManyValues: boolean;
  /** The first values, for what only they together can prove. */
  samples: string[];
};

const MAX_VALUES = 60;
const SAMPLES_KEPT = 200;

/** A choice has at most so many options, of at most so many characters, each met several times. */
const MAX_OPTIONS = 30;
const MAX_OPTION_CHARS = 60;
const TIMES_PER_OPTION = 4;

export function emptyProfile(): ColumnProfile {
  return {
    filled: 0,
    numbers: 0,
    dates: 0,
    yesNo: 0,
    longest: 0,
    values: new Map(),
    hasManyValues: false,
    samples: [],
  };
}

/** Takes one more value into account. */
export function observe(profile: ColumnProfile, cell: string): void {
  const value = cell.trim();
  if (value === '') return;
  profile.filled += 1;
  profile.longest = Math.max(profile.longest, value.length);
  const times = profile.values.get(value);
  if (times !== undefined) profile.values.set(value, times + 1);
  else if (profile.values.size < MAX_VALUES) profile.values.set(value, 1);
  else profile.hasManyValues = true;
  if (profile.samples.length < SAMPLES_KEPT) profile.samples.push(value);
  // Once a kind has failed for some value, the column is not of it and need not be tried again.
  const seen = profile.filled - 1;
  if (profile.yesNo === seen && readYesNo(value) !== null) profile.yesNo += 1;
  if (profile.dates === seen && (readDate(value) ?? readDate(value, 'mdy') ?? isEmptyDate(value))) {
    profile.dates += 1;
  }
  if (profile.numbers === seen && (readNumber(value, '.') ?? readNumber(value, ',')) !== null) {
    profile.numbers += 1;
  }
}

/** The narrowest type that every value seen fits. An empty column is text. */
export function typeOf(profile: ColumnProfile): ColumnType {
  const { filled } = profile;
  if (filled === 0) return 'text';
  if (profile.yesNo === filled) return 'boolean';
  if (profile.dates === filled && profile.numbers < filled) return 'date';
  if (profile.numbers === filled) return 'number';
  const options = profile.values.size;
  const isChoice =
    !profile.hasManyValues &&
    options <= MAX_OPTIONS &&
    profile.longest <= MAX_OPTION_CHARS &&
    filled >= options * TIMES_PER_OPTION;
  return isChoice ? 'choice' : 'text';
}

/** `decimal` is undefined where no number proves the sign before its fraction. */
export type Notation = { decimal: DecimalSign | undefined; order: DateOrder };

/** How the numbers and dates of the column are written. */
export function notationOf(profile: ColumnProfile): Notation {
  return { decimal: decimalSignOf(profile.samples), order: dateOrderOf(profile.samples) };
}
