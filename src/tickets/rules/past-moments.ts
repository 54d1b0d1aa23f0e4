import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { dueAfter, loadCalendar } from '../../norms/index.ts';
import { type Happening, isStay, type Stay } from '../api/moments.ts';
import { eventsOf } from './heard-events.ts';
import type { Rule } from './rule-rows.ts';

/** A moment of the past at which a rule would have looked at a ticket. */
export type PastMoment = {
  ticketId: number;
  at: Date;
  /** What happened then; null where something had lasted long enough. */
  eventId: number | null;
};

export type Period = { from: Date; to: Date };

/** So many of the newest are looked at. */
export const MOST_MOMENTS = 10_000;

/** The moments of a period at which a rule would have looked, the newest first. */
export function pastMoments(ctx: Ctx, rule: Rule, period: Period): Promise<PastMoment[]> {
  const { moment } = rule;
  return isStay(moment) ? ends(ctx, rule, moment, period) : events(ctx, moment, period);
}

async function events(ctx: Ctx, moment: Happening, { from, to }: Period): Promise<PastMoment[]> {
  const ticket =
    moment === 'answered'
      ? sql`(select distinct coalesce(t.root_id, t.id) as id
             from   ticket_conversations l join tickets t on t.id = l.ticket_id
             where  l.conversation_id in ${wholeOf(sql`e.subject_id`)}
             and    t.opened_at <= e.recorded_at)`
      : sql`(select e.subject_id as id)`;
  // events_audit (type, recorded_at desc, id desc), ticket_conversations_other
  const { rows } = await sql<PastMoment>`
    select x.id as ticket_id, e.recorded_at as at, e.id as event_id
    from   events e cross join lateral ${ticket} x
    where  e.type = any(${[...eventsOf[moment]]}::text[]) and e.transaction_id is not null
    and    e.recorded_at >= ${from} and e.recorded_at <= ${to}
    and    e.facts -> 'bulkChangeId' is null and e.facts -> 'isAutomatic' is distinct from 'true'
    and    (${moment !== 'state_changed'} or e.facts -> 'fields' @> '["state"]')
    order  by e.recorded_at desc, e.id desc
    limit  ${MOST_MOMENTS + 1}`.execute(ctx.db);
  return rows;
}

type Lasted = { ticketId: number; began: Date; ended: Date | null };

/** When what lasts had lasted long enough. */
async function ends(
  ctx: Ctx,
  { afterSeconds, calendarId }: Rule,
  stay: Stay,
  { from, to }: Period,
): Promise<PastMoment[]> {
  const calendar = calendarId === null ? null : await loadCalendar(ctx, calendarId);
  // Of a calendar's hours there are at least a few in a week, unless it is closed for long.
  const spanMs = afterSeconds * 1000 * (calendar ? 6 : 1) + (calendar ? 14 * DAY_MS : 0);
  const lasted = await read[stay](ctx, { from: new Date(from.getTime() - spanMs), to });
  return lasted
    .map(({ ticketId, began, ended }) => ({
      ticketId,
      at: calendar
        ? dueAfter(calendar, began, afterSeconds)
        : new Date(began.getTime() + afterSeconds * 1000),
      isOver: (at: Date) => ended !== null && at >= ended,
      eventId: null,
    }))
    .filter(({ at, isOver }) => at >= from && at <= to && !isOver(at))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ ticketId, at, eventId }) => ({ ticketId, at, eventId }));
}

const DAY_MS = 86_400_000;

const read: Readonly<Record<Stay, (ctx: Ctx, period: Period) => Promise<Lasted[]>>> = {
  in_state: (ctx, period) =>
    between(ctx, period, sql`(e.type = 'tickets.opened' or e.facts -> 'fields' @> '["state"]')`),
  unchanged: (ctx, period) => between(ctx, period, sql`true`),
  unanswered: async (ctx, { from, to }) => {
    // A clock stands for good, with when it began and when it was met.
    const { rows } = await sql<Lasted>`
      select c.ticket_id, c.started_at as began, c.met_at as ended
      from   ticket_clocks c
      where  c.kind <> 'resolution' and c.started_at >= ${from} and c.started_at <= ${to}
      order  by c.started_at desc limit ${MOST_MOMENTS + 1}`.execute(ctx.db);
    return rows;
  },
  overdue: async (ctx, { from, to }) => {
    // tickets_due (due_at, id)
    const { rows } = await sql<Lasted>`
      select t.id as ticket_id, t.due_at as began, null as ended from tickets t
      where  t.due_at >= ${from} and t.due_at <= ${to}
      order  by t.due_at desc limit ${MOST_MOMENTS + 1}`.execute(ctx.db);
    return rows;
  },
};

/** What lasted from one of these events to the next of the ticket. */
async function between(
  ctx: Ctx,
  { from, to }: Period,
  which: ReturnType<typeof sql>,
): Promise<Lasted[]> {
  // events_audit (type, recorded_at desc, id desc)
  const { rows } = await sql<Lasted>`
    select s.ticket_id, s.began, s.ended
    from  (select e.subject_id as ticket_id, e.recorded_at as began,
                  lead(e.recorded_at) over (partition by e.subject_id order by e.id) as ended
           from   events e
           where  e.type in ('tickets.opened', 'tickets.changed', 'tickets.closed',
                             'tickets.reopened')
           and    e.transaction_id is not null
           and    e.recorded_at >= ${from} and e.recorded_at <= ${to} and ${which}) s
    order  by s.began desc limit ${MOST_MOMENTS + 1}`.execute(ctx.db);
  return rows;
}
