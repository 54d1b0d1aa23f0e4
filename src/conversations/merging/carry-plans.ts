import { type RawBuilder, sql, type Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import type { Locked } from '../record/lock-conversation.ts';

type Planned = { fromAt: Date | null; intoSnoozedUntil: Date | null };

/** A first call that nobody has made yet was not planned: whoever answers makes it or not. */
const isPlanned = ({ touchedAt }: Locked) =>
  sql`state = 'waiting' and (tries > 0 or ${touchedAt !== null})`;

/**
 * Carries over what was planned in a conversation that becomes a part: a call that was promised or
 * is tried again is the other one's now, at the earlier time of both, and it comes back no later
 * than the part would have. What the other one asks for now stays first.
 * @returns what changes of the other one
 */
export async function carryPlans(
  ctx: Ctx,
  from: Locked,
  into: Locked,
): Promise<Updateable<DB['conversations']>> {
  if (from.state === 'closed') return {};
  // callbacks_conversation_id_key
  await sql`
    insert into callbacks (conversation_id, phone, tries, next_try_at, is_announced)
    select ${into.id}::bigint, phone, tries, next_try_at, is_announced
    from   callbacks where conversation_id = ${from.id} and ${isPlanned(from)}
    on conflict (conversation_id) do update
    set    state = 'waiting', closed_at = null,
           phone = coalesce(nullif(callbacks.phone, ''), excluded.phone),
           tries = greatest(callbacks.tries, excluded.tries),
           next_try_at  = excluded.next_try_at,
           is_announced = excluded.is_announced
    where  callbacks.state <> 'waiting' or callbacks.next_try_at > excluded.next_try_at`.execute(
    ctx.db,
  );
  const { rows } = await sql<Planned>`
    select least(f.snoozed_until,
                 (select next_try_at from callbacks
                  where  conversation_id = f.id and ${isPlanned(from)})) as from_at,
           t.snoozed_until as into_snoozed_until
    from   conversations f, conversations t
    where  f.id = ${from.id} and t.id = ${into.id}`.execute(ctx.db);
  const { fromAt = null, intoSnoozedUntil = null } = rows[0] ?? {};
  const isWaiting = into.state === 'open' && into.whoseTurn === 'ours';
  if (fromAt === null || isWaiting) return {};
  const nextDueAt = fromAt < into.nextDueAt ? fromAt : into.nextDueAt;
  if (into.state !== 'snoozed') return { nextDueAt };
  const isSooner = intoSnoozedUntil !== null && fromAt < intoSnoozedUntil;
  return isSooner ? { nextDueAt, snoozedUntil: fromAt } : {};
}

/** How the callback of `conversations c` stands, to be put back; null where there is none. */
export const callbackStanding = sql`(
  select jsonb_build_object('state', b.state, 'tries', b.tries, 'nextTryAt', b.next_try_at,
                            'isAnnounced', b.is_announced, 'closedAt', b.closed_at)
  from   callbacks b where b.conversation_id = c.id)`;

/**
 * Puts the callback of a conversation back as it stood before a merge.
 * @param standing selects what was written down of the conversation then
 */
export async function putPlansBack(
  ctx: Ctx,
  id: number,
  standing: RawBuilder<unknown>,
): Promise<void> {
  // callbacks_conversation_id_key, call_attempts_callback
  await sql`
    with kept (standing) as (${standing}),
    none as (
      delete from callbacks b using kept
      where  b.conversation_id = ${id} and kept.standing -> 'callback' = 'null'
      and    not exists (select from call_attempts a where a.callback_id = b.id))
    update callbacks b
    set    state = s.state, tries = s.tries, next_try_at = s."nextTryAt",
           is_announced = s."isAnnounced", closed_at = s."closedAt"
    from   kept
    cross  join lateral jsonb_to_record(kept.standing -> 'callback') as s (
      state text, tries int, "nextTryAt" timestamptz, "isAnnounced" boolean,
      "closedAt" timestamptz)
    where  b.conversation_id = ${id} and jsonb_typeof(kept.standing -> 'callback') = 'object'`.execute(
    ctx.db,
  );
}
