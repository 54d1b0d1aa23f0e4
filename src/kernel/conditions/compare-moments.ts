import { type RawBuilder, sql } from 'kysely';
import type { Operation } from './condition.ts';
import type { ConditionField, ConditionScope } from './condition-field.ts';
import { isDay, type Operands } from './read-values.ts';

type Bound = RawBuilder<unknown>;

/** From the first moment on, and before the second; an open end is unbounded. */
type Span = { from?: Bound | undefined; before?: Bound | undefined };

/**
 * Questions about days and instants, as spans of time, so that an index serves each. A day that an
 * instant is compared with is the whole day of the operator's time zone: "later than 1 March"
 * begins on 2 March.
 */
export function compareMoments(
  field: ConditionField,
  op: Operation,
  operands: Operands,
  scope: ConditionScope,
): RawBuilder<boolean> {
  const { from, before } = spanOf(op, operands, scope, momentsOf(field, scope));
  const parts = [
    ...(from ? [sql<boolean>`${field.value} >= ${from}`] : []),
    ...(before ? [sql<boolean>`${field.value} < ${before}`] : []),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** The first moment of what was named, and the first moment after it. */
type Moments = { start: (text: string) => Bound; end: (text: string) => Bound };

function momentsOf({ type, sqlType }: ConditionField, { timeZone }: ConditionScope): Moments {
  if (type === 'date') {
    const cast = sql.raw(sqlType);
    return {
      start: (day) => sql`${day}::${cast}`,
      end: (day) => sql`${nextDay(day)}::${cast}`,
    };
  }
  const midnight = (day: string): Bound => sql`${day}::date::timestamp at time zone ${timeZone}`;
  return {
    start: (text) => (isDay(text) ? midnight(text) : sql`${text}::timestamptz`),
    // PostgreSQL tells instants apart by the microsecond.
    end: (text) =>
      isDay(text) ? midnight(nextDay(text)) : sql`${text}::timestamptz + interval '1 microsecond'`,
  };
}

function spanOf(
  op: Operation,
  [first = '', second = '']: Operands,
  { today }: ConditionScope,
  { start, end }: Moments,
): Span {
  switch (op) {
    case 'is':
      return { from: start(first), before: end(first) };
    case 'between':
      return { from: start(first), before: end(second) };
    case 'gt':
      return { from: end(first) };
    case 'gte':
      return { from: start(first) };
    case 'lt':
      return { before: start(first) };
    case 'lte':
      return { before: end(first) };
    case 'today':
      return { from: start(today), before: end(today) };
    case 'last_days':
      return { from: start(addDays(today, 1 - Number(first))), before: end(today) };
    case 'next_days':
      return { from: start(today), before: end(addDays(today, Number(first) - 1)) };
    default:
      throw new Error(`${op} asks nothing of a moment`);
  }
}

const dayMs = 86_400_000;

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

const nextDay = (day: string): string => addDays(day, 1);
