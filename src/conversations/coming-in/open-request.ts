import { sql } from 'kysely';
import type { IncomingRequest } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { findByContact } from '../../subscribers/index.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { openingTimes } from '../record/opening-times.ts';

/**
 * Makes a conversation with a callback of what somebody left on the site; its clock runs from the
 * moment it came in, however late it was understood. A second request from a phone that still waits
 * for its first call joins the one that waits, so that nobody is called twice.
 * @returns the number that the sender is told
 */
export async function openRequest(ctx: Ctx, request: IncomingRequest): Promise<number> {
  // Two requests from one phone at once come here one after the other.
  const lock = `${ctx.operator.schema} sender ${request.sender}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(ctx.db);
  const waiting = await findWaiting(ctx, request);
  const conversation = waiting ?? (await open(ctx, request));
  const { id: messageId } = await ctx.db
    .insertInto('messages')
    .values({
      conversationId: conversation.id,
      rawMessageId: request.rawMessageId,
      direction: 'in',
      text: request.wanted,
      happenedAt: request.receivedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await indexConversations(ctx, [conversation.id]);
  await emit(ctx, {
    type: waiting ? 'conversations.message_came' : 'conversations.opened',
    subject: { kind: 'conversation', id: conversation.id },
    subscriberId: conversation.subscriberId,
    occurredAt: request.receivedAt,
    facts: {
      number: conversation.number,
      channel: request.channel,
      topic: request.topic,
      messageId,
    },
  });
  return conversation.number;
}

type Opened = { id: number; number: number; subscriberId: number | null };

function findWaiting(ctx: Ctx, request: IncomingRequest): Promise<Opened | undefined> {
  // conversations_sender (sender) where state <> 'closed' and sender <> ''
  return ctx.db
    .selectFrom('conversations')
    .select(['id', 'number', 'subscriberId'])
    .where('sender', '=', request.sender)
    .where('sender', '<>', '')
    .where('channel', '=', request.channel)
    .where('state', '<>', 'closed')
    .where('touchedAt', 'is', null)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

async function open(ctx: Ctx, request: IncomingRequest): Promise<Opened> {
  const [subscriberId = null] = await findByContact(ctx, 'phone', request.sender);
  const { sender, name, phone, address, page } = request;
  const opened = await ctx.db
    .insertInto('conversations')
    .values({
      channel: request.channel,
      rawMessageId: request.rawMessageId,
      subscriberId,
      contactDraft: JSON.stringify({ name, phone, address, page }),
      sender,
      subject: request.topic,
      ...(await openingTimes(ctx, request.receivedAt, subscriberId)),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('callbacks')
    .values({ conversationId: opened.id, phone: sender, nextTryAt: request.receivedAt })
    .execute();
  return { ...opened, subscriberId };
}
