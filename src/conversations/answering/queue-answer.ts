import { sql } from 'kysely';
import { type EmailPayload, queueMessage, type WrittenKind } from '../../channels/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { clusterOf } from '../record/cluster.ts';
import { type Addressee, channelOfMessage } from './find-addressee.ts';
import { answerSubject, quoteMessage } from './quote-message.ts';

type Answer = { to: Addressee; text: string; files?: readonly { id: number }[] };

/** Longer ones a channel does not take; letters and our own chat are as long as a route lets. */
const mostLetters: Readonly<Record<WrittenKind, number>> = {
  email: Infinity,
  telegram: 4096,
  vk: 4096,
  chat: Infinity,
};

/**
 * Stores an answer in a locked conversation; it leaves after the commit, by the channel on which
 * came what it answers. What nobody in person writes says that it is automatic, so that no
 * answering machine answers it.
 * @param answer.files stored, in the order in which they go
 * @returns the message's id
 */
export async function queueAnswer(
  ctx: Ctx,
  { id: conversationId }: Pick<Locked, 'id'>,
  { to, text, files = [] }: Answer,
): Promise<Result<number>> {
  const { channelId, channel, recipient } = to;
  const most = mostLetters[channel];
  if (text.length > most) return fail('conversations.too_long', { most });
  const payload = channel === 'email' ? await letterOf(ctx, conversationId, to, text) : { text };
  const queued = await queueMessage(ctx, { channelId, recipient, payload, files });
  if (!queued.ok) return fail('conversations.cannot_answer');
  const authorStaffId = staffIdOf(ctx.actor);
  const { id } = await ctx.db
    .insertInto('messages')
    .values({
      conversationId,
      direction: 'out',
      authorStaffId,
      isAutomatic: authorStaffId === null,
      text,
      subject: channel === 'email' ? answerSubject(to.subject) : '',
      externalId: queued.value.externalId,
      outgoingMessageId: queued.value.id,
      happenedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok(id);
}

/** The words of a letter stand above a signature and what they answer. */
async function letterOf(
  ctx: Ctx,
  conversationId: number,
  to: Addressee,
  text: string,
): Promise<EmailPayload> {
  const quote = quoteMessage(to, ctx.operator.timeZone);
  return {
    // A name of somebody else beside an address to answer at would mislead.
    recipientName: to.answerTo === '' ? to.name : '',
    subject: answerSubject(to.subject),
    text: [text, '', '-- ', await signature(ctx), '', quote].join('\n'),
    inReplyTo: to.externalId,
    references: await namesOf(ctx, conversationId, to),
    isAutomatic: staffIdOf(ctx.actor) === null,
  };
}

/**
 * So many names of earlier messages stand in an answer; the first of all stays (RFC 5322, 3.6.4).
 */
const MOST_NAMES = 20;

/** Of letters of this mailbox alone: what a messenger calls its words is no name of a letter. */
async function namesOf(
  ctx: Ctx,
  conversationId: number,
  { channelId }: Addressee,
): Promise<string[]> {
  // messages_conversation (conversation_id, happened_at, id), and primary keys
  const { rows } = await sql<{ externalId: string }>`
    select m.external_id from messages m
    join   conversations p on p.id = m.conversation_id
    left   join raw_messages w on w.id = m.raw_message_id
    left   join outgoing_messages o on o.id = m.outgoing_message_id
    where  m.conversation_id in ${clusterOf(conversationId)} and m.external_id <> ''
    and    coalesce(o.channel_id, ${channelOfMessage}) = ${channelId}
    order  by m.happened_at, m.id`.execute(ctx.db);
  const names = rows.map(({ externalId }) => externalId);
  return names.length <= MOST_NAMES
    ? names
    : [...names.slice(0, 1), ...names.slice(1 - MOST_NAMES)];
}

/** Who answers, and for whom. */
async function signature(ctx: Ctx): Promise<string> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return ctx.operator.name;
  const { name } = await ctx.db
    .selectFrom('staff')
    .select('name')
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  return `${name}, ${ctx.operator.name}`;
}
