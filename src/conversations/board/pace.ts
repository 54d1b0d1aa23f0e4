import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type Pace = {
  /** How long somebody is busy with one until the next. */
  touchSeconds: number;
  /** By what touches that is known. */
  basis: 'hour' | 'week' | 'none';
};

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** The middle of fewer says little. */
const ENOUGH = 5;
const MOST_TOUCHES = 200;
/** What a touch is taken to last where nothing was ever touched. */
const UNKNOWN_SECONDS = 240;

/**
 * How long a first touch lasts: from when it is taken until the call is over and its outcome told,
 * or the answer has left. The median of the last hour, or if that has too few, of the last of the
 * week.
 */
export async function paceOf(ctx: Ctx): Promise<Pace> {
  const now = ctx.clock.now().getTime();
  // conversations_opened (opened_at, id), callbacks_conversation_id_key, and of each the calls by
  // call_attempts_callback and calls_conversation
  const { rows } = await sql<Record<'inHour' | 'inWeek', number> & Record<'hour' | 'week', number>>`
    with last as (
      select c.id, c.taken_at, c.touched_at
      from   conversations c
      where  c.opened_at > ${new Date(now - WEEK_MS)} and c.touched_at is not null
      and    c.taken_at <= c.touched_at
      order  by c.opened_at desc, c.id desc
      limit  ${MOST_TOUCHES}),
    touches as (
      select l.touched_at,
             extract(epoch from greatest(l.touched_at, a.ended_at, g.ended_at) - l.taken_at)
               ::float8 as seconds
      from   last l
      left   join callbacks k on k.conversation_id = l.id
      left   join lateral (select min(t.ended_at) as ended_at from call_attempts t
                           where  t.callback_id = k.id) a on true
      left   join lateral (select min(t.ended_at) as ended_at from calls t
                           where  t.conversation_id = l.id and t.answered_at is not null) g on true)
    select count(*)::int as in_week,
           percentile_cont(0.5) within group (order by seconds) as week,
           count(*) filter (where ${isOfHour(now)})::int as in_hour,
           percentile_cont(0.5) within group (order by seconds) filter (where ${isOfHour(now)})
             as hour
    from   touches`.execute(ctx.db);
  const [found] = rows;
  if (found && found.inHour >= ENOUGH) return { touchSeconds: found.hour, basis: 'hour' };
  if (found && found.inWeek >= ENOUGH) return { touchSeconds: found.week, basis: 'week' };
  return { touchSeconds: UNKNOWN_SECONDS, basis: 'none' };
}

const isOfHour = (nowMs: number) => sql`touched_at > ${new Date(nowMs - HOUR_MS)}`;
