import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { ClusterIds, Veil } from '../../subscribers/index.ts';
import { callingSince } from '../free-agents.ts';

/** A caller who was verified is not asked again for this long in the same conversation. */
const HOLDS_HOURS = 12;

export const holdsSince = (ctx: Ctx): Date =>
  new Date(ctx.clock.now().getTime() - HOLDS_HOURS * 3_600_000);

/** Conversations in which somebody is spoken with whom nobody sees. */
export const spoken = sql`('call', 'site_form')`;

/** Whether whoever is on the line in `conversations c` was verified as one of a cluster. */
const isVerified = (ctx: Ctx, ids: ClusterIds) => sql<boolean>`exists (
  select from verifications v
  where  v.conversation_id = c.id and v.happened_at > ${holdsSince(ctx)}
  and    v.result in ('passed', 'overridden') and v.subscriber_id = any(${[...ids]}::bigint[]))`;

/**
 * Where the settings say so: the conversation in which the actor speaks with one of these, or whose
 * call rings at the actor's phone, while nobody there was verified.
 */
export async function veilOfCaller(ctx: Ctx, ids: ClusterIds): Promise<Veil | null> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return null;
  // conversations_subscriber (subscriber_id, opened_at desc), calls_conversation, and
  // verifications_conversation (conversation_id, happened_at desc)
  const { rows } = await sql<Veil>`
    select c.id as conversation_id
    from   desk_settings d
    join   conversations c on c.subscriber_id = any(${[...ids]}::bigint[])
    where  d.verify_callers = 'hide' and c.state = 'open' and c.channel in ${spoken}
    and   (c.owner_staff_id = ${staffId}
           or exists (select from calls g join staff m on m.id = ${staffId}
                      where  g.conversation_id = c.id and g.result is null
                      and    g.began_at > ${callingSince(ctx)}
                      and    (g.staff_id = m.id or g.ringing @> array[m.extension])))
    and    not ${isVerified(ctx, ids)}
    order  by c.id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
