import { sql, type SqlBool } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { readyStaff } from '../../staff/index.ts';
import { takesOf } from './channel-loads.ts';
import type { Agent } from './match-offers.ts';

/** Whether the role `r` lets its people work on conversations. */
export const canWork = sql<SqlBool>`(r.code is not distinct from 'administrator'
  or r.permissions ? 'conversations.work')`;

/** What weighs on person `s`: open and theirs, save those that wait for a try planned later. */
const weighing = (ctx: Ctx) => sql`
  from   conversations o
  cross  join desk_settings d
  left   join callbacks cb on cb.conversation_id = o.id
  where  o.owner_staff_id = s.id and o.state = 'open'
  and    not coalesce(cb.state = 'waiting' and cb.tries > 0
                      and cb.next_try_at > ${ctx.clock.now()}, false)`;

/** How much weighs on person `s`, in requests: a chat counts as the part of one that it takes. */
export const loadOf = (ctx: Ctx) => sql<number>`(
  select coalesce(sum(${takesOf('o', 'd')}), 0)::float8 / 100 ${weighing(ctx)})`;

/** A call without an outcome for longer than this was forgotten, and keeps nobody from work. */
const LONGEST_CALL_MS = 30 * 60_000;

/** A call that began after this may still be going on. */
export const callingSince = (ctx: Ctx): Date =>
  new Date(ctx.clock.now().getTime() - LONGEST_CALL_MS);

/** `call_attempts a` goes on as far as anybody knows: the exchange has not seen it end. */
export const goesOn = (ctx: Ctx) => sql`(
  a.ended_at is null and a.started_at > ${callingSince(ctx)}
  and not exists (select from calls ac where ac.id = a.call_id and ac.result is not null))`;

/** Whoever has just taken one is about to call: a further offer would stand in the way. */
const ABOUT_TO_CALL_MS = 30_000;

const takenSince = (ctx: Ctx): Date => new Date(ctx.clock.now().getTime() - ABOUT_TO_CALL_MS);

/**
 * Everybody who is here and ready, with what they know and bear; free are those who are not in a
 * call or about to begin one, with no offer before them. The least loaded first, and of these the
 * one who has waited longest.
 * @param isAfterCallToo also those who write down a call
 */
export async function agentsHere(ctx: Ctx, isAfterCallToo = false): Promise<Agent[]> {
  const ready = await readyStaff(ctx, { permission: 'conversations.work', isAfterCallToo });
  if (ready.length === 0) return [];
  // offers_live_staff, call_attempts_staff, calls_pkey, calls_going, conversations_owner,
  // offers_staff (staff_id, offered_at desc)
  const { rows } = await sql<Agent>`
    select s.id as staff_id, s.team_id, s.load_limit * 100 as limit_percent,
           b.load_percent, b.counts,
           coalesce((select jsonb_agg(h.skill_id) from staff_skills h
                     where  h.staff_id = s.id), '[]') as skill_ids,
           not exists (select from offers l where l.staff_id = s.id and l.ended_at is null)
           and not exists (select from call_attempts a
                           where  a.staff_id = s.id and ${goesOn(ctx)})
           and not exists (select from calls g
                           where  g.result is null and g.began_at > ${callingSince(ctx)}
                           and    (g.staff_id = s.id or g.ringing @> array[s.extension]))
           and not exists (select from conversations t
                           where  t.owner_staff_id = s.id and t.state = 'open'
                           and    t.touched_at is null and t.taken_at > ${takenSince(ctx)})
             as is_free
    from   unnest(${ready.map((one) => one.staffId)}::bigint[],
                  ${ready.map((one) => one.readySince)}::timestamptz[]) as y (id, ready_since)
    join   staff s on s.id = y.id
    cross  join lateral (
      select coalesce(sum(w.takes * w.count), 0)::int as load_percent,
             coalesce(jsonb_object_agg(w.channel, w.count), '{}') as counts
      from  (select o.channel, min(${takesOf('o', 'd')}) as takes, count(*) as count
             ${weighing(ctx)} group by o.channel) w) b
    order  by b.load_percent,
              greatest(y.ready_since, (select max(f.offered_at) from offers f
                                       where f.staff_id = s.id)),
              s.id`.execute(ctx.db);
  return rows;
}
