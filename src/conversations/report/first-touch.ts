import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { standings } from '../api/report.ts';
import { reaches } from '../reach.ts';

export type Period = { from: string; to: string };
export type Standing = (typeof standings)[number];

const LONGEST_DAYS = 400;

/**
 * What was split off a conversation that a human had touched, and what was put back, is no contact
 * of its own: it is counted where it came in. Served by conversation_splits_into_id_key.
 */
export const isContact = sql`not exists (
  select from conversation_splits x
  where  x.into_id = c.id and (x.is_touched or x.undone_at is not null))`;

/** The requests that came in on the days given, both included, as far as the asker may see. */
export function inPeriod(ctx: Ctx, { from, to }: Period): Result<RawBuilder<unknown>> {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const days = first.until(last).days;
  if (days < 0 || days > LONGEST_DAYS) return fail('conversations.period_too_long');
  const { timeZone } = ctx.operator;
  const startOf = (day: Temporal.PlainDate): string =>
    day.toZonedDateTime({ timeZone }).toInstant().toString();
  return ok(sql`c.opened_at >= ${startOf(first)}::timestamptz
    and ${isContact} and c.opened_at < ${startOf(last.add({ days: 1 }))}::timestamptz
    and ${reaches(ctx, 'conversations.report')}`);
}

/**
 * How a request stands to its norm; every request stands in one way only. One that was closed as no
 * request before anybody called is neither kept nor broken, and is counted apart.
 */
export function standing(ctx: Ctx, which: Standing): RawBuilder<boolean> {
  const now = ctx.clock.now();
  switch (which) {
    case 'within':
      return sql`(c.touched_at <= c.touch_due_at)`;
    case 'late':
      return sql`(c.touched_at > c.touch_due_at)`;
    case 'overdue':
      return sql`(c.touched_at is null and c.state <> 'closed' and c.touch_due_at <= ${now})`;
    case 'running':
      return sql`(c.touched_at is null and c.state <> 'closed' and c.touch_due_at > ${now})`;
    case 'no_call':
      return sql`(c.touched_at is null and c.state = 'closed')`;
    default:
      throw new Error(`no such standing: ${String(which)}`);
  }
}

/** The figures of any group of requests. Median and 95th percentile are of those touched. */
export const figureColumns = (ctx: Ctx): RawBuilder<unknown> => sql`
  count(*) as count,
  count(*) filter (where ${standing(ctx, 'within')})  as within,
  count(*) filter (where ${standing(ctx, 'late')})    as late,
  count(*) filter (where ${standing(ctx, 'overdue')}) as overdue,
  percentile_cont(0.5)  within group (order by c.touch_seconds) as median_seconds,
  percentile_cont(0.95) within group (order by c.touch_seconds) as p95_seconds`;
