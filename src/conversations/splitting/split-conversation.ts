import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { followMentions } from '../../work/index.ts';
import { change, tell } from '../record/change.ts';
import { clusterOf } from '../record/cluster.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { type Locked, lockMine } from '../record/lock-conversation.ts';
import { me } from '../reach.ts';
import { type Chosen, splitOff } from './split-off.ts';
import { keepMerges } from './keep-merges.ts';

type Input = { id: number; version: number; messageIds: readonly number[] };
type Split = { id: number; version: number; splitId: number; intoId: number; number: number };

/**
 * Makes a conversation of its own out of some messages: of the same sender, in the same hands,
 * with a number and a clock of its own. The other one stays as it is and says where they went.
 */
export async function splitConversation(ctx: Ctx, input: Input): Promise<Result<Split>> {
  const locked = await lockMine(ctx, input.id, input.version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const found = await choose(ctx, row, input.messageIds);
  if (!found.ok) return found;
  const chosen = found.value;
  const into = await splitOff(ctx, row, chosen);
  const splitId = await move(ctx, row, into.id, chosen);
  await followMentions(
    ctx,
    'conversations',
    chosen.map(({ id }) => ({ sourceId: id, entityId: into.id })),
  );
  const changed = await change(ctx, row, {});
  await keepMerges(ctx, row);
  const formers = chosen.map(({ formerId }) => formerId);
  await indexConversations(ctx, [...new Set([row.id, into.id, ...formers])]);
  const went = { splitId, intoId: into.id, intoNumber: into.number, count: chosen.length };
  await tell(ctx, row, 'conversations.split', went);
  const from = { splitId, fromId: row.id, fromNumber: row.number };
  await tell(ctx, { ...into, subscriberId: row.subscriberId }, 'conversations.split_off', from);
  return ok({ ...changed, splitId, intoId: into.id, number: into.number });
}

/** The messages, the earliest first: somebody asks in them, and somebody still asks in the rest. */
async function choose(
  ctx: Ctx,
  { id }: Locked,
  messageIds: readonly number[],
): Promise<Result<Chosen[]>> {
  const ids = [...new Set(messageIds)];
  // messages_conversation (conversation_id, happened_at, id), conversations_pkey
  const { rows } = await sql<Chosen>`
    select m.id, m.conversation_id as former_id, m.direction, m.is_automatic, m.happened_at,
           m.subject, coalesce(c.raw_message_id = m.raw_message_id, false) as has_opened
    from   messages m join conversations c on c.id = m.conversation_id
    where  m.conversation_id in ${clusterOf(id)} and m.id = any(${ids}::bigint[])
    order  by m.happened_at, m.id`.execute(ctx.db);
  if (rows.length < ids.length) return fail('conversations.message_not_found');
  if (!rows.some(asks)) return fail('conversations.split_nothing_asked');
  const { rows: rest } = await sql`
    select from messages
    where  conversation_id in ${clusterOf(id)} and id <> all(${ids}::bigint[])
    and    direction = 'in' and not is_automatic limit 1`.execute(ctx.db);
  return rest.length === 0 ? fail('conversations.split_all') : ok(rows);
}

const asks = ({ direction, isAutomatic }: Chosen): boolean => direction === 'in' && !isAutomatic;

async function move(
  ctx: Ctx,
  from: Locked,
  intoId: number,
  chosen: readonly Chosen[],
): Promise<number> {
  const { id: splitId } = await ctx.db
    .insertInto('conversationSplits')
    .values({
      fromId: from.id,
      intoId,
      isTouched: from.touchedAt !== null,
      splitBy: me(ctx),
      splitAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('conversationSplitMessages')
    .values(
      chosen.map(({ id: messageId, formerId, hasOpened }) => ({
        splitId,
        messageId,
        formerId,
        hasOpened,
      })),
    )
    .execute();
  const ids = chosen.map(({ id }) => id);
  await ctx.db
    .updateTable('messages')
    .set({ conversationId: intoId })
    .where('id', 'in', ids)
    .execute();
  // What opened the one is whoever's the messages are now.
  const opened = chosen.filter(({ hasOpened }) => hasOpened).map(({ formerId }) => formerId);
  await sql`
    update conversations set raw_message_id = null
    where  id = any(${opened}::bigint[])`.execute(ctx.db);
  return splitId;
}
