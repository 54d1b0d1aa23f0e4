import { sql } from 'kysely';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Ctx } from '../../kernel/context.ts';
import { askReadThrough } from '../adapters/vk.ts';
import { findOfKind, vkAccess } from '../settings/load-channel.ts';

type Talk = { channelId: number; peerId: string };

/** What everybody writes waits meanwhile. */
const ANSWER_MS = 3000;

/**
 * Somebody has read on. How far, VK does not describe in its news, so that it is asked for; once
 * all that we wrote was read, nothing is. It is a kindness: where VK does not answer, the next
 * reading tells.
 */
export async function noteRead(ctx: Ctx, talk: Talk): Promise<void> {
  if ((await unread(ctx, talk)).length === 0) return;
  const community = await findOfKind(ctx, 'vk', talk.channelId);
  if (!community?.secrets) return;
  const access = vkAccess(community.settings, community.secrets);
  const through = await askReadThrough(access, talk.peerId, AbortSignal.timeout(ANSWER_MS)).catch(
    () => 0,
  );
  if (through > 0) await inTransaction(ctx, (tx) => note(tx, talk, through));
}

async function note(ctx: Ctx, talk: Talk, through: number): Promise<void> {
  const ids = (await unread(ctx, talk, through)).map(({ id }) => id);
  const newest = ids.at(-1);
  if (newest === undefined) return;
  const readAt = ctx.clock.now();
  await ctx.db.updateTable('outgoingMessages').set({ readAt }).where('id', 'in', ids).execute();
  await emit(ctx, {
    type: 'channels.message_read',
    subject: { kind: 'outgoing_message', id: newest },
    facts: { channelId: talk.channelId },
  });
}

/** Of ours to somebody, the earliest first: VK numbers a community's messages upwards. */
async function unread(
  ctx: Ctx,
  { channelId, peerId }: Talk,
  through = Number.MAX_SAFE_INTEGER,
): Promise<{ id: number }[]> {
  // outgoing_messages_recipient (recipient)
  const { rows } = await sql<{ id: number }>`
    select id from outgoing_messages
    where  recipient = ${peerId} and recipient <> '' and channel_id = ${channelId}
    and    state = 'sent' and read_at is null and erased_at is null
    and    provider_id ~ '^[0-9]{1,15}$' and provider_id::bigint <= ${through}
    order  by id for update`.execute(ctx.db);
  return rows;
}
