import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tell } from '../record/change.ts';
import { putPlansBack } from './carry-plans.ts';
import { freeRequests } from '../offering/free-requests.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockMine } from '../record/lock-conversation.ts';
import { me } from '../reach.ts';

type Merge = {
  id: number;
  fromId: number;
  intoId: number;
  intoVersion: number;
  fromNumber: number;
  mergedAt: Date;
  ownerStaffId: number | null;
};

/**
 * Sets a merged conversation apart again: the pointer is cleared, with it come those that had been
 * merged into it before, and it stands as it stood. So does the other one, unless somebody has
 * worked on it since.
 */
export async function undoMerge(
  ctx: Ctx,
  input: { id: number; mergeId: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockMine(ctx, input.id);
  if (!locked.ok) return locked;
  const root = locked.value;
  // conversation_merges_pkey
  const { rows } = await sql<Merge>`
    select m.id, m.from_id, m.into_id, m.into_version, m.merged_at, f.number as from_number,
           f.owner_staff_id
    from   conversation_merges m join conversations f on f.id = m.from_id
    where  m.id = ${input.mergeId} and m.undone_at is null and f.root_id = ${root.id}
    for    update`.execute(ctx.db);
  const [merge] = rows;
  if (!merge) return fail('conversations.no_such_merge');
  await setApart(ctx, root.id, merge);
  await giveBack(ctx, root.id, merge);
  await putBackInto(ctx, merge);
  await putBack(
    ctx,
    merge.fromId,
    sql`select from_before from conversation_merges
                                       where id = ${merge.id}`,
  );
  // Whoever had it may have gone while it was a part: it is offered to those who are here.
  if (merge.ownerStaffId !== null) await freeRequests(ctx, { subjectId: merge.ownerStaffId });
  await ctx.db
    .updateTable('conversationMerges')
    .set({ undoneBy: me(ctx), undoneAt: ctx.clock.now() })
    .where('id', '=', merge.id)
    .execute();
  await indexConversations(ctx, [merge.fromId, root.id]);
  const facts = { mergeId: merge.id, fromId: merge.fromId, fromNumber: merge.fromNumber };
  await tell(ctx, root, 'conversations.unmerged', facts);
  const from = { id: merge.fromId, number: merge.fromNumber, subscriberId: null };
  await tell(ctx, from, 'conversations.unmerged', facts);
  const { version } = await ctx.db
    .selectFrom('conversations')
    .select('version')
    .where('id', '=', root.id)
    .executeTakeFirstOrThrow();
  return ok({ id: root.id, version });
}

/** Makes the merged one a root again, with everything that had been merged into it. */
async function setApart(ctx: Ctx, rootId: number, { fromId }: Merge): Promise<void> {
  // conversations_root (root_id) where root_id is not null
  await sql`
    with recursive own as (
      select id from conversations where id = ${fromId}
      union  all
      select c.id from conversations c join own on own.id = c.merged_into_id
      where  c.root_id = ${rootId})
    update conversations c
    set    root_id        = case when c.id = ${fromId} then null else ${fromId}::bigint end,
           merged_into_id = case when c.id = ${fromId} then null else c.merged_into_id end
    from   own where own.id = c.id`.execute(ctx.db);
}

/**
 * What its own sender wrote since the merge, and what was answered there, is its own again: left
 * behind, it would tell the one what the other has written, and draw answers to them.
 */
async function giveBack(ctx: Ctx, rootId: number, { fromId, mergedAt }: Merge): Promise<void> {
  // messages_conversation (conversation_id, happened_at, id), and primary keys
  await sql`
    with apart as (
      select p.id, p.channel_id, p.sender
      from   conversations p join conversations c on c.id = ${rootId}
      where  p.id = ${fromId} and p.sender <> ''
      and    (p.channel_id is distinct from c.channel_id or p.sender <> c.sender)),
    since as (
      select m.id, w.channel_id, w.sender, o.channel_id as left_by, o.recipient,
             coalesce(nullif(m.answer_to, ''), m.sender_address) as address
      from   messages m
      left   join raw_messages w on w.id = m.raw_message_id
      left   join outgoing_messages o on o.id = m.outgoing_message_id
      where  m.conversation_id = ${rootId} and m.happened_at >= ${mergedAt}),
    said as (
      select s.id, s.address from since s join apart a using (channel_id, sender)),
    known as (
      select address from said
      union
      select coalesce(nullif(answer_to, ''), sender_address) from messages
      where  conversation_id = ${fromId} and direction = 'in')
    update messages m
    set    conversation_id = ${fromId}
    where  m.id in (select id from said)
    or     m.id in (select s.id from since s join apart a on a.channel_id = s.left_by
                    where  s.recipient in (select address from known))`.execute(ctx.db);
}

/**
 * What the merge changed of the other one. Where a later merge has begun from that, it begins from
 * what was before it now.
 */
async function putBackInto(ctx: Ctx, { id, intoId, intoVersion }: Merge): Promise<void> {
  // conversation_merges_into (into_id), conversation_merges_from (from_id) where undone_at is null
  const { rows: later } = await sql`
    update conversation_merges n
    set    into_before = case when n.into_id = ${intoId} then m.into_before else n.into_before end,
           from_before = case when n.from_id = ${intoId} then m.into_before else n.from_before end
    from   conversation_merges m
    where  m.id = ${id} and n.undone_at is null and n.id <> m.id
    and    ((n.into_id = ${intoId} and (n.into_before ->> 'version')::int = ${intoVersion})
            or (n.from_id = ${intoId} and (n.from_before ->> 'version')::int = ${intoVersion}))
    returning n.id`.execute(ctx.db);
  if (later.length > 0) return;
  const { rows: now } = await sql<{ version: number }>`
    select version from conversations where id = ${intoId}`.execute(ctx.db);
  if (now[0]?.version !== intoVersion) return;
  const before = sql`select into_before from conversation_merges where id = ${id}`;
  await putPlansBack(ctx, intoId, before);
  await putBack(ctx, intoId, before);
}

/** Puts a standing back; an earlier merge that made it knows it by its new version. */
async function putBack(ctx: Ctx, id: number, standing: ReturnType<typeof sql>): Promise<void> {
  await sql`
    with back as (
      select s.* from (${standing}) as kept (standing)
      cross  join lateral jsonb_to_record(kept.standing) as s (
        "version" int, "state" text, "whoseTurn" text, "closedAt" timestamptz,
        "closedOutcome" text, "offerFrom" timestamptz, "escalateAt" timestamptz,
        "snoozedUntil" timestamptz, "nextDueAt" timestamptz)),
    row as (
      update conversations c
      set    state = b.state, whose_turn = b."whoseTurn", closed_at = b."closedAt",
             closed_outcome = b."closedOutcome", offer_from = b."offerFrom",
             escalate_at = b."escalateAt", snoozed_until = b."snoozedUntil",
             next_due_at = b."nextDueAt", version = c.version + 1
      from   back b where c.id = ${id}
      returning c.version, b.version as before)
    update conversation_merges m set into_version = row.version
    from   row
    where  m.into_id = ${id} and m.undone_at is null and m.into_version = row.before`.execute(
    ctx.db,
  );
}
