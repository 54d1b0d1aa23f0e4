import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { IncomingFile, IncomingMessage, Taken } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { storeFile } from '../../kernel/files/files.ts';
import { changeWords, joinFormer } from './change-words.ts';
import { findThread } from './find-thread.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { openingTimes } from '../record/opening-times.ts';
import { learnPhone, whoWrote } from './who-wrote.ts';
import { turnToOurs } from './turn-to-ours.ts';

type Into = { id: number; number: number; subscriberId: number | null };

/**
 * Puts a message into the conversation it belongs to, or opens one, which is offered like any
 * other; its clock runs from the moment it came in. What a program wrote is joined where it belongs
 * and changes nothing; where it belongs nowhere, it starts nothing. New words of a message that is
 * here already take the place of the old ones. An address that nobody has proven recognises nobody.
 */
export async function takeMessage(ctx: Ctx, message: IncomingMessage): Promise<Taken> {
  // Two messages of one sender at once come here one after the other.
  const lock = `${ctx.operator.schema} sender ${message.sender.value}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(ctx.db);
  const changed = await (message.isEdit ? changeWords : joinFormer)(ctx, message);
  if (changed) return changed;
  const subscriberId = message.isUnproven ? null : await whoWrote(ctx, message.sender);
  const thread = await findThread(ctx, message, subscriberId);
  if (!thread && message.isAutomatic) return { conversationNumber: null };
  const into: Into = thread ?? (await open(ctx, message, subscriberId));
  const messageId = await write(ctx, into, message);
  if (thread && !message.isAutomatic) await turnToOurs(ctx, thread, message.receivedAt);
  const known = thread ? await learnPhone(ctx, thread, message.sender) : into.subscriberId;
  const isSamePerson = known === into.subscriberId;
  await indexConversations(ctx, [into.id], isSamePerson ? messageId : undefined);
  await emit(ctx, {
    type: thread ? 'conversations.message_came' : 'conversations.opened',
    subject: { kind: 'conversation', id: into.id },
    subscriberId: known,
    occurredAt: message.receivedAt,
    facts: {
      number: into.number,
      channel: message.channel,
      messageId,
      ...(message.isAutomatic && { isAutomatic: true }),
    },
  });
  return { conversationNumber: into.number };
}

async function open(
  ctx: Ctx,
  message: IncomingMessage,
  subscriberId: number | null,
): Promise<Into> {
  const { value, name, account, ownPhone } = message.sender;
  const email = message.channel === 'email' ? value : '';
  const draft = { name, phone: ownPhone, address: '', page: '', email, account };
  const opened = await ctx.db
    .insertInto('conversations')
    .values({
      channel: message.channel,
      channelId: message.channelId,
      rawMessageId: message.rawMessageId,
      subscriberId,
      contactDraft: JSON.stringify(draft),
      sender: value,
      subject: message.subject.slice(0, 300),
      subjectKey: message.subjectKey,
      ...(await openingTimes(ctx, message.receivedAt, subscriberId)),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  return { ...opened, subscriberId };
}

async function write(ctx: Ctx, into: Into, message: IncomingMessage): Promise<number> {
  const { id: messageId } = await ctx.db
    .insertInto('messages')
    .values({
      conversationId: into.id,
      rawMessageId: message.rawMessageId,
      direction: 'in',
      text: message.text,
      quoted: message.quoted,
      subject: message.subject.slice(0, 300),
      senderName: message.sender.name.slice(0, 200),
      senderAddress: message.channel === 'email' ? message.sender.value : message.sender.account,
      answerTo: message.answerTo,
      externalId: message.externalId,
      isAutomatic: message.isAutomatic,
      isUnproven: message.isUnproven,
      happenedAt: message.receivedAt,
      ...(message.isEdit && {
        editedAt: message.editedAt ?? message.receivedAt,
        editNumber: message.editNumber,
      }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const file of message.files) await keepFile(ctx, into, messageId, file);
  return messageId;
}

async function keepFile(
  ctx: Ctx,
  { subscriberId }: Into,
  messageId: number,
  { name, contentType, content, isInline }: IncomingFile,
): Promise<void> {
  const stored = await storeFile(ctx, {
    name,
    contentType,
    stream: Readable.from([content]),
    ...(subscriberId !== null && { subscriberId }),
  });
  await ctx.db
    .insertInto('messageFiles')
    .values({ messageId, fileId: stored.id, isInline })
    .execute();
}
