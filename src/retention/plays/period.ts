import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** When signals are looked for: after the first moment, up to the second. */
export type Period = { from: Date; to: Date };

/** What moments are found by: the period, a signal's number, and the operator's days. */
export type Asked = Period & {
  bound: number;
  segmentId: number | null;
  reason: string;
  timeZone: string;
};

export const within = (at: RawBuilder<unknown>, { from, to }: Period): RawBuilder<unknown> =>
  sql`${at} > ${from} and ${at} <= ${to}`;

/** A day of the operator's, as the moment at which it begins. */
export const startOf = (day: RawBuilder<unknown>, { timeZone }: Asked): RawBuilder<unknown> =>
  sql`(${day})::timestamp at time zone ${timeZone}`;

/** The days that begin in the period, moved on by so many: a range that an index answers. */
export function daysWithin(
  day: RawBuilder<unknown>,
  { from, to, timeZone }: Asked,
  later: number,
): RawBuilder<unknown> {
  const dayOf = (at: Date) => sql`(${at}::timestamptz at time zone ${timeZone})::date`;
  return sql`${day} between ${dayOf(from)} + ${later}::int and ${dayOf(to)} + ${later}::int`;
}

export const askedOf = (
  { operator }: Ctx,
  play: { bound: number; segmentId: number | null; reason: string },
  period: Period,
): Asked => ({
  bound: play.bound,
  segmentId: play.segmentId,
  reason: play.reason,
  timeZone: operator.timeZone,
  ...period,
});
