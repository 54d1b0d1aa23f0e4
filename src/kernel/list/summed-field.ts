import { type RawBuilder, sql } from 'kysely';
import type { ConditionField } from '../conditions/condition-field.ts';
import { defineSlot } from '../slots.ts';
import { instantOf, type Window, windowOf, windowStart } from './windows.ts';

/**
 * What conditions ask of a row that is counted or summed from others: tickets in 30 days, payments
 * of this year. No list shows it; it is asked about as `KEY`, or as `KEY@WINDOW` where it has
 * times. In its SQL, which is ours alone, `{since}` stands for the window's first instant and
 * `{today}` for the operator's day.
 */
export type SummedField = {
  /** The list whose rows are asked about. */
  entity: string;
  key: string;
  type: 'number' | 'money';
  /** All that is counted: tables and joins. */
  from: string;
  /** The same, written so that it is quick for one row, where the one for all is not. */
  fromEach?: string;
  /** The id of the listed row that each belongs to; an index must lead from it to them. */
  owner: string;
  where?: string;
  /** When each happened. */
  at?: string;
  /** Of all that belongs to one row: `count(*)`. */
  value: string;
  /** A row that nothing belongs to has no value, instead of zero. */
  isNoneEmpty?: true;
};

/** Filled by the domains that hold what is counted. */
export const summedFields = defineSlot<SummedField>('list.summed-fields');

/** For what day and where a question is asked. */
export type Present = { today: string; timeZone: string };

/**
 * How the sums are made: of all rows at once, or for each row by itself, which is quick for a few.
 */
export type SumWay = 'at-once' | 'each';

/** What a key asks for: the field, and since when. */
export function findSummed(
  entity: string,
  asked: string,
): { field: SummedField; domain: string; window: Window | null } | undefined {
  const [key = '', ...rest] = asked.split('@');
  const found = summedFields.fills.find(
    ({ piece }) => piece.entity === entity && piece.key === key,
  );
  if (!found) return undefined;
  const { piece: field, domain } = found;
  if (!field.at) return rest.length === 0 ? { field, domain, window: null } : undefined;
  const window = rest.length === 1 ? windowOf(rest[0] ?? '') : null;
  return window ? { field, domain, window } : undefined;
}

/** The field as conditions see it; `id` is the listed row's own, e.g. `s.id`. */
export function summedCondition(
  { field, window }: { field: SummedField; window: Window | null },
  id: string,
  present: Present,
  way: SumWay,
): ConditionField {
  const { type, owner, isNoneEmpty } = field;
  const belonging = sumsFrom(field, window, present, way);
  return {
    type,
    sqlType: type === 'money' ? 'bigint' : 'numeric',
    value: filled(field.value, window, present),
    isZeroOfNone: !isNoneEmpty,
    // "Is true" keeps it a question of each row against one hash table: as a join, PostgreSQL may
    // sum everything anew for each row where it does not know the sizes yet.
    ofAny: (test) =>
      way === 'at-once'
        ? sql<boolean>`(${sql.raw(id)} in (
            select ${sql.raw(owner)} ${belonging} group by 1 having ${test})) is true`
        : sql<boolean>`exists (
            select ${belonging} and ${sql.raw(`${owner} = ${id}`)}
            group by ${sql.raw(owner)} having ${test})`,
  };
}

/** `from … where …` of what is counted within a window. */
export function sumsFrom(
  { from, fromEach = from, where = 'true', at }: SummedField,
  window: Window | null,
  present: Present,
  way: SumWay,
): RawBuilder<unknown> {
  const since = window && at ? windowStart(window, present.today) : null;
  const isWithin = since
    ? sql`${sql.raw(at ?? '')} >= ${instantOf(since, present.timeZone)}`
    : sql`true`;
  return sql`
    from ${filled(way === 'each' ? fromEach : from, window, present)}
    where ${filled(where, window, present)} and ${isWithin}`;
}

/** SQL of ours with the present put in where it asks for it. */
export function filled(
  text: string,
  window: Window | null,
  { today, timeZone }: Present,
): RawBuilder<unknown> {
  const since = window && windowStart(window, today);
  const parts = text.split(/(\{since\}|\{today\})/).map((part) => {
    if (part === '{today}') return sql`${today}::date`;
    if (part === '{since}')
      return since ? instantOf(since, timeZone) : sql`'-infinity'::timestamptz`;
    return sql.raw(part);
  });
  return sql.join(parts, sql``);
}
