import type { SqlType } from './condition-field.ts';
import type { FieldType, Operation, Test } from './condition.ts';

/**
 * Values as they are bound: text that PostgreSQL casts, or whole days that become spans of time.
 */
export type Operands = readonly string[];

/**
 * Reads the values of a question as the field's type has them.
 * @returns as many as the question takes, or undefined when they do not fit it
 */
export function readOperands(
  type: FieldType,
  test: Test,
  sqlType: SqlType = 'text',
): Operands | undefined {
  const given = test.value === undefined ? [] : [test.value].flat();
  if (!hasRightNumber(test, given.length)) return undefined;
  if (test.op === 'last_days' || test.op === 'next_days') return dayCount(given[0]);
  // A choice among things with ids is asked about by their ids.
  const isOfIds = type === 'choice' && sqlType === 'bigint';
  const read = given.map((value) => readOne(isOfIds ? 'id' : type, value, test.op));
  const values = read.filter((value) => value !== undefined);
  return values.length === given.length ? values : undefined;
}

function hasRightNumber({ op, value }: Test, count: number): boolean {
  if (op === 'empty' || op === 'not_empty' || op === 'today') return count === 0;
  if (op === 'in' || op === 'not_in') return Array.isArray(value);
  if (op === 'between') return count === 2;
  return count === 1 && !Array.isArray(value);
}

const mostDays = 36_525;

function dayCount(value: unknown): Operands | undefined {
  const days = Number(value);
  return Number.isInteger(days) && days >= 1 && days <= mostDays ? [String(days)] : undefined;
}

function readOne(
  type: FieldType,
  value: string | number | boolean,
  op: Operation,
): string | undefined {
  const text = String(value);
  switch (type) {
    case 'text':
    case 'choice':
      return text.replaceAll('\0', '');
    case 'number':
      return /^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? text : undefined;
    case 'money':
    case 'id':
      return Number.isSafeInteger(Number(text)) && /^-?\d+$/.test(text) ? text : undefined;
    case 'boolean':
      return text === 'true' || text === 'false' ? text : undefined;
    case 'date':
      return isDay(text) ? text : undefined;
    case 'instant':
      return isDay(text) || isInstant(text) ? text : undefined;
    case 'phone':
      return readPhone(text, op);
  }
}

/** A calendar day that exists, of the years that PostgreSQL and JavaScript write alike. */
export function isDay(text: string): boolean {
  if (!/^[1-8]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const shape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)$/.exec(text);
  return isDay(shape?.[1] ?? '') && !Number.isNaN(new Date(text).getTime());
}

function readPhone(text: string, op: Operation): string | undefined {
  const digits = text.replaceAll(/\D/g, '');
  if (digits === '' || digits.length > 20) return undefined;
  if (op === 'contains') return digits;
  // Twelve signs of a number that begins with 8 are somebody else's country, not a trunk prefix.
  const isNational = /^8\d{10}$/.test(digits) && !text.trim().startsWith('+');
  if (isNational) return `+7${digits.slice(1)}`;
  if (op === 'starts') return `+${/^8\d/.test(digits) ? `7${digits.slice(1)}` : digits}`;
  return /^9\d{9}$/.test(digits) ? `+7${digits}` : `+${digits}`;
}
