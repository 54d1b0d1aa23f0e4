import { type RawBuilder, sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { ClusterIds, Veil } from '../../subscribers/index.ts';
import { callingSince } from '../offering/free-agents.ts';

/** A caller who was verified is not asked again for this long in the same conversation. */
const HOLDS_HOURS = 12;

export const holdsSince = (ctx: Ctx): Date =>
  new Date(ctx.clock.now().getTime() - HOLDS_HOURS * 3_600_000);

/** Conversations in which somebody is spoken with whom nobody sees. */
const spoken = sql`('call', 'site_form')`;

/** The same of `conversations c`, also by what was merged into it a short while ago. */
export const isSpoken = (ctx: Ctx) => sql<boolean>`(c.channel in ${spoken} or exists (
  select from conversations part
  where  part.root_id = c.id and part.channel in ${spoken}
  and    part.opened_at > ${holdsSince(ctx)}))`;

/** Of `verifications v` those by which whoever speaks in `conversations c` is known. */
const isPassed = (ctx: Ctx) => sql`v.result in ('passed', 'overridden')
  and v.happened_at > ${holdsSince(ctx)}
  and v.conversation_id in (select c.id union all
                            select part.id from conversations part where part.root_id = c.id)`;

/**
 * Conversations, as ids, whose caller the actor speaks with: their own that are not closed, as far
 * as somebody is named there, and those in whose calls they are or which ring at them now, whoever
 * it is.
 */
const talksOf = (ctx: Ctx, staffId: number) => sql`(
  select c.id from conversations c
  where  c.owner_staff_id = ${staffId} and c.state <> 'closed' and c.merged_into_id is null
  and    c.subscriber_id is not null and ${isSpoken(ctx)}
  union
  select coalesce(o.root_id, o.id)
  from   calls g
  join   staff m on m.id = ${staffId}
  join   conversations o on o.id = g.conversation_id
  where  g.result is null and g.began_at > ${callingSince(ctx)}
  and    (g.staff_id = m.id or g.ringing @> array[m.extension])
  union
  select coalesce(o.root_id, o.id)
  from   call_attempts a
  join   callbacks b on b.id = a.callback_id
  join   conversations o on o.id = b.conversation_id
  where  a.staff_id = ${staffId} and a.ended_at is null and a.started_at > ${callingSince(ctx)})`;

/** Whether `conversations c` is one whose caller the actor speaks with. */
export function isTalk(ctx: Ctx): RawBuilder<boolean> {
  const staffId = staffIdOf(ctx.actor);
  return staffId === null ? sql`false` : sql`(c.id in (select id from ${talksOf(ctx, staffId)} t))`;
}

/**
 * Where the settings say so: the conversation in which the actor speaks with one of these, or with
 * somebody yet unknown, while nobody there was verified as one of them.
 */
async function veilOf(ctx: Ctx, ids: ClusterIds): Promise<Veil | null> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return null;
  const these = sql`any(${[...ids]}::bigint[])`;
  // conversations_owner, calls_going, call_attempts_staff, conversations_root,
  // verifications_conversation (conversation_id, happened_at desc)
  const { rows } = await sql<Veil>`
    select c.id as conversation_id
    from   desk_settings d
    join   conversations c on c.id in (select id from ${talksOf(ctx, staffId)} t)
    where  d.verify_callers = 'hide' and (c.subscriber_id is null or c.subscriber_id = ${these})
    and    not exists (select from verifications v
                       where ${isPassed(ctx)} and v.subscriber_id = ${these})
    order  by c.id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

/** The same for many at once. While the caller is unknown, nobody but who was verified is shown. */
async function veiledRoots(ctx: Ctx): Promise<'all' | readonly number[]> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return [];
  // As above, and subscribers_pkey
  const { rows } = await sql<{ rootId: number | null }>`
    select s.root_id
    from   desk_settings d
    join   conversations c on c.id in (select id from ${talksOf(ctx, staffId)} t)
    left   join subscribers s on s.id = c.subscriber_id
    where  d.verify_callers = 'hide'
    and    not exists (select from verifications v join subscribers k on k.id = v.subscriber_id
                       where ${isPassed(ctx)} and (s.id is null or k.root_id = s.root_id))`.execute(
    ctx.db,
  );
  const roots = rows.map(({ rootId }) => rootId);
  return roots.includes(null) ? 'all' : roots.flatMap((root) => root ?? []);
}

/** Over subscribers whom the actor speaks with. */
export const callerVeil = { of: veilOf, roots: veiledRoots };
