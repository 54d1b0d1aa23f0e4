import type { Field, FieldType, ListRow } from './contract.ts';
import type { Words } from './words.ts';

/** Wide enough for any value of the type; texts are measured. */
const ofType: Record<FieldType, number> = {
  text: 190,
  number: 100,
  money: 112,
  date: 104,
  instant: 132,
  boolean: 84,
  choice: 124,
  phone: 152,
  id: 88,
};

/** A choice is worded too: what its words want is known from the rows alone. */
const measured: ReadonlySet<FieldType> = new Set(['text', 'choice']);

/** A letter's usual width: the first column is bolder, headings are smaller. */
const letterPx = { main: 7.8, other: 7.2, heading: 6.5 };
const paddingPx = 20;
const arrowPx = 18;
const stepPx = 8;
const sampleSize = 50;
const bounds = { main: [208, 320], other: [96, 304], empty: [64, 304] } as const;

const within = (width: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, Math.ceil(width / stepPx) * stepPx));

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);

/** The length that nine values of ten do not exceed, for one long name should not widen all. */
const usualLength = (texts: readonly string[]): number => {
  const lengths = texts.map(({ length }) => length).toSorted((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
};

/**
 * How wide a column stands until somebody draws it wider: texts and choices by what the first rows
 * hold, other types by their kind, none narrower than its own heading.
 */
export const naturalWidth = (
  field: Field,
  words: Words,
  rows: readonly ListRow[],
  isMain: boolean,
): number => {
  const headingPx = words.label(field.key).length * letterPx.heading + paddingPx + arrowPx;
  if (!measured.has(field.type) || rows.length === 0) {
    return Math.max(within(headingPx, bounds.other), isMain ? 260 : ofType[field.type]);
  }
  const texts = rows
    .slice(0, sampleSize)
    .map(({ cells }) => cells[field.key])
    .filter((value) => !isEmpty(value))
    .map((value) => words.value(field.key, value));
  // What nobody has filled takes no more than its name.
  if (texts.length === 0 && !isMain) return within(headingPx, bounds.empty);
  const textPx = usualLength(texts) * (isMain ? letterPx.main : letterPx.other) + paddingPx;
  const leastPx = field.type === 'choice' ? ofType.choice : 0;
  return within(Math.max(textPx, headingPx, leastPx), isMain ? bounds.main : bounds.other);
};
