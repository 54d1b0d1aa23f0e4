import { sql } from 'kysely';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';
import { loadEntries, loadMessages } from '../kernel/search/load-entries.ts';
import { describeConversation } from './search/index-conversations.ts';
import { describeMessage } from './search/index-messages.ts';
import { awaitedUntil } from './turns/awaited-until.ts';

/** A conversation as a base brings it, with the sender's words. */
export type ConversationLoad = {
  channel: string;
  subscriberId: number | null;
  subject: string;
  text: string;
  /** What was said after, from both sides. */
  said?: readonly { direction: 'in' | 'out'; text: string; at: Date }[];
  openedAt: Date;
  /** Null where it is still ours to answer: it stands in the queue, and calls nobody. */
  closedAt: Date | null;
  /** Where it is open, answered, and the sender has not spoken since. */
  isTheirTurn?: boolean;
  outcome: string | null;
  /** The first human touch, and after how many seconds it came; null when nobody ever did. */
  touch: { seconds: number; staffId: number | null } | null;
};

const conversationColumns = `id number channel subscriber_id subject state whose_turn owner_staff_id
  opened_at norm_seconds calendar_id touch_due_at touched_at touched_by touch_kind touch_seconds
  next_due_at escalated_at closed_at closed_outcome`.split(/\s+/);

/**
 * Writes conversations with what was said through COPY, to be found by their words.
 * @returns ids, in order
 */
export async function bulkLoad(
  ctx: BulkCtx,
  conversations: readonly ConversationLoad[],
): Promise<number[]> {
  if (conversations.length === 0) return [];
  const ids = await reserveIds(ctx, 'conversations', conversations.length);
  const numbers = await reserveIds(ctx, 'conversations', conversations.length, 'number');
  const norm = await firstTouchNorm(ctx);
  await copyRows(
    ctx.client,
    'conversations',
    conversationColumns,
    conversations.map((one, at) => {
      const dueAt = new Date(one.openedAt.getTime() + norm.seconds * 1000);
      const touch = one.touch;
      return [
        ids[at],
        numbers[at],
        one.channel,
        one.subscriberId,
        one.subject,
        one.closedAt ? 'closed' : 'open',
        one.closedAt ? 'nobody' : one.isTheirTurn ? 'theirs' : 'ours',
        touch?.staffId,
        one.openedAt,
        norm.seconds,
        norm.calendarId,
        dueAt,
        touch && new Date(one.openedAt.getTime() + touch.seconds * 1000),
        touch?.staffId,
        touch && 'call',
        touch?.seconds,
        one.isTheirTurn ? awaitedUntil(one.openedAt) : dueAt,
        one.closedAt ? null : ctx.clock.now(),
        one.closedAt,
        one.outcome,
      ];
    }),
  );
  await loadWords(ctx, conversations, ids, numbers);
  await loadEntries(
    ctx,
    conversations.map((one, at) =>
      describeConversation({
        id: ids[at] ?? 0,
        number: numbers[at] ?? 0,
        subscriberId: one.subscriberId,
        ownerStaffId: one.touch?.staffId ?? null,
        teamId: null,
        openedAt: one.openedAt,
        sender: '',
        account: '',
        channel: '',
        channelId: null,
        subject: '',
        name: '',
        address: '',
        texts: [...(one.said ?? []).map(({ text }) => text).toReversed(), one.text],
      }),
    ),
  );
  return ids;
}

/** What was said, to be found message by message too. */
async function loadWords(
  ctx: BulkCtx,
  conversations: readonly ConversationLoad[],
  ids: readonly number[],
  numbers: readonly number[],
): Promise<void> {
  const messages = conversations.flatMap((one, place) => [
    { of: one, place, direction: 'in', text: one.text, at: one.openedAt },
    ...(one.said ?? []).map((more) => ({ of: one, place, ...more })),
  ]);
  const messageIds = await reserveIds(ctx, 'messages', messages.length);
  await copyRows(
    ctx.client,
    'messages',
    ['id', 'conversation_id', 'direction', 'text', 'happened_at'],
    messages.map(({ place, direction, text, at }, nth) => {
      return [messageIds[nth], ids[place], direction, text, at];
    }),
  );
  await loadMessages(
    ctx,
    messages.map(({ of, place, text, at }, nth) =>
      describeMessage({
        id: messageIds[nth] ?? 0,
        number: numbers[place] ?? 0,
        subscriberId: of.subscriberId,
        name: '',
        text,
        happenedAt: at,
      }),
    ),
  );
}

async function firstTouchNorm(ctx: BulkCtx): Promise<{ seconds: number; calendarId: number }> {
  const { rows } = await sql<{ seconds: number; calendarId: number }>`
    select target_seconds as seconds, calendar_id from norms
    where  kind = 'conversations.first_touch'`.execute(ctx.db);
  const [norm] = rows;
  if (!norm) throw new Error('the norm of the first touch is made at start');
  return norm;
}
