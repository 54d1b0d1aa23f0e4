import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Begun, Hand } from '../offering/foretell-touches.ts';
import { agentsHere, callingSince, goesOn } from '../offering/free-agents.ts';

/**
 * Everybody who is ready or writes down a call, with what they have to see to before the next one:
 * the call that goes on, what they have taken and not touched, what asks for them again.
 */
export async function handsHere(ctx: Ctx): Promise<Hand[]> {
  const agents = await agentsHere(ctx, true);
  if (agents.length === 0) return [];
  const now = ctx.clock.now();
  const forSeconds = (since: string) =>
    sql`greatest(0, extract(epoch from ${now}::timestamptz - ${sql.ref(since)}))::float8`;
  // call_attempts_staff (staff_id) where ended_at is null, calls_going, conversations_owner
  const { rows } = await sql<{ staffId: number; calls: Begun[]; own: Begun[] }>`
    select s.id as staff_id,
           coalesce((
             select jsonb_agg(jsonb_build_object('forSeconds', x.for_seconds,
                                                 'channel', x.channel))
             from (select ${forSeconds('a.startedAt')} as for_seconds, o.channel
                   from   call_attempts a
                   join   callbacks k on k.id = a.callback_id
                   join   conversations o on o.id = k.conversation_id
                   where  a.staff_id = s.id and ${goesOn(ctx)}
                   union  all
                   select ${forSeconds('g.beganAt')}, null from calls g
                   where  g.result is null and g.began_at > ${callingSince(ctx)}
                   and    (g.staff_id = s.id or g.ringing @> array[s.extension])
                   union  all
                   select ${forSeconds('p.stateSince')}, null from presence p
                   where  p.staff_id = s.id and p.state = 'after_call'
                   order  by for_seconds desc limit 1) x), '[]') as calls,
           coalesce((
             select jsonb_agg(jsonb_build_object('forSeconds', x.for_seconds,
                                                 'channel', x.channel)
                              order by x.urgent_at)
             from (select o.channel, o.urgent_at,
                          case when o.touched_at is null then ${forSeconds('o.takenAt')}
                               else 0 end as for_seconds
                   from   conversations o
                   left   join callbacks cb on cb.conversation_id = o.id
                   where  o.owner_staff_id = s.id and o.state = 'open' and o.whose_turn = 'ours'
                   and    not coalesce(cb.state = 'waiting' and cb.next_try_at > ${now}
                                       and cb.tries > 0, false)
                   and    not exists (select from call_attempts a
                                      where  a.callback_id = cb.id and a.ended_at is null)
                   ) x), '[]') as own
    from   staff s
    where  s.id = any(${agents.map((one) => one.staffId)}::bigint[])`.execute(ctx.db);
  const begun = new Map(rows.map((row) => [row.staffId, [...row.calls, ...eachAfter(row)]]));
  return agents.map((agent) => ({ ...agent, own: begun.get(agent.staffId) ?? [] }));
}

/** One has two hands: only the first of several was begun, and only if no call goes on. */
const eachAfter = ({ calls, own }: { calls: Begun[]; own: Begun[] }): Begun[] =>
  own.map((one, at) => (at === 0 && calls.length === 0 ? one : { ...one, forSeconds: 0 }));
