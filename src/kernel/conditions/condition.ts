/** What a field holds; decides how it is compared, shown, exported and asked about. */
export const fieldTypes = [
  'text',
  'number',
  'money',
  'date',
  'instant',
  'boolean',
  'choice',
  'phone',
  'id',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const operations = [
  'is',
  'is_not',
  'in',
  'not_in',
  'contains',
  'starts',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'empty',
  'not_empty',
  'today',
  'last_days',
  'next_days',
] as const;
export type Operation = (typeof operations)[number];

export type TestValue = string | number | boolean | (string | number | boolean)[];

/** One question about one field. */
export type Test = { field: string; op: Operation; value?: TestValue | undefined };

/** Questions joined: the one language of filters, segments, triggers and rules. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Test;

const equality = ['is', 'is_not', 'in', 'not_in'] as const;
const order = ['gt', 'gte', 'lt', 'lte', 'between'] as const;
const presence = ['empty', 'not_empty'] as const;
/** Days as they are when the question is asked; today is the last and the first of them. */
const around = ['today', 'last_days', 'next_days'] as const;
const letters = ['contains', 'starts'] as const;

/** The questions that make sense for a type, in the order in which a form offers them. */
export const operationsOf: Record<FieldType, readonly Operation[]> = {
  text: [...letters, ...equality, ...presence],
  phone: [...equality, ...letters, ...presence],
  number: [...equality, ...order, ...presence],
  money: [...equality, ...order, ...presence],
  id: [...equality, ...order, ...presence],
  date: ['is', 'is_not', ...order, ...around, ...presence],
  instant: ['is', 'is_not', ...order, ...around, ...presence],
  boolean: ['is', 'is_not', ...presence],
  choice: [...equality, ...presence],
};

/** How deep conditions may be nested, and how many questions one may ask in all. */
export const conditionLimits = { depth: 6, tests: 100, listLength: 500, textLength: 500 } as const;

/** Every question of a condition, in order. */
export function testsOf(condition: Condition): Test[] {
  if ('all' in condition) return condition.all.flatMap(testsOf);
  if ('any' in condition) return condition.any.flatMap(testsOf);
  if ('not' in condition) return testsOf(condition.not);
  return [condition];
}

export function depthOf(condition: Condition): number {
  if ('all' in condition) return 1 + Math.max(0, ...condition.all.map(depthOf));
  if ('any' in condition) return 1 + Math.max(0, ...condition.any.map(depthOf));
  if ('not' in condition) return 1 + depthOf(condition.not);
  return 1;
}
