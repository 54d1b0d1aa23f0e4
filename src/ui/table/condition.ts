import type { Condition, Draft, FieldType, Line, Op } from './contract.ts';

const isLine = (condition: Condition): condition is Line => 'field' in condition;

/** The conditions that all must hold, each of them one chip of the filter. */
export const partsOf = (filter: Condition | undefined): Condition[] => {
  if (filter === undefined) return [];
  return 'all' in filter ? filter.all : [filter];
};

export const filterOf = (parts: readonly Condition[]): Condition | undefined => {
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { all: [...parts] };
};

/** Both conditions together, either of which may be absent. */
export const both = (
  one: Condition | undefined,
  other: Condition | undefined,
): Condition | undefined => filterOf([...partsOf(one), ...partsOf(other)]);

/** The alternatives of one chip, or null for a shape that is shown but not edited by hand. */
export const linesOf = (part: Condition): Line[] | null => {
  if (isLine(part)) return [part];
  return 'any' in part && part.any.every(isLine) ? part.any : null;
};

export const partOf = (lines: readonly Line[]): Condition | undefined =>
  lines.length > 1 ? { any: [...lines] } : lines[0];

const empties: Op[] = ['empty', 'not_empty'];
const counts: Op[] = ['last_days', 'next_days'];
const ranges: Op[] = ['gte', 'lte', 'between'];

/** What may be asked of a field, the commonest first. */
export const opsFor: Record<FieldType, Op[]> = {
  text: ['contains', 'starts', 'is', 'is_not', ...empties],
  phone: ['contains', 'is', ...empties],
  id: ['is', 'is_not', ...empties],
  number: [...ranges, 'is', 'is_not', ...empties],
  money: [...ranges, 'is', ...empties],
  date: ['gte', 'lte', 'between', 'today', ...counts, 'is', ...empties],
  instant: ['today', ...counts, 'gte', 'lte', 'between', ...empties],
  boolean: ['is', ...empties],
  choice: ['in', 'not_in', ...empties],
};

export const needsValue = (op: Op): boolean => op !== 'today' && !empties.includes(op);
export const takesTwo = (op: Op): boolean => op === 'between';
export const takesDays = (op: Op): boolean => counts.includes(op);
export const takesMany = (op: Op): boolean => op === 'in' || op === 'not_in';

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether the line says enough to be asked. */
export const isComplete = (draft: Draft): draft is Line => {
  const { op, value } = draft;
  if (!needsValue(op)) return true;
  if (takesTwo(op)) return Array.isArray(value) && value.length === 2 && value.every(isGiven);
  if (takesMany(op)) return Array.isArray(value) && value.length > 0;
  return isGiven(value);
};

/** A value that can stay when the operator changes, else nothing. */
export const valueFor = (op: Op, before: Draft): unknown => {
  const isSameShape =
    takesTwo(op) === takesTwo(before.op) &&
    takesMany(op) === takesMany(before.op) &&
    takesDays(op) === takesDays(before.op);
  return needsValue(op) && isSameShape ? before.value : undefined;
};

/** The rows of one group as a condition. */
export const lineOfGroup = (field: string, type: FieldType, value: unknown): Line => {
  if (value === null || value === undefined || value === '') return { field, op: 'empty' };
  const one = value as string | number | boolean;
  return type === 'choice' ? { field, op: 'in', value: [one] } : { field, op: 'is', value: one };
};
