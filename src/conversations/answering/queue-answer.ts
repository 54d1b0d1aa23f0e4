import { sql } from 'kysely';
import { type EmailPayload, queueMessage } from '../../channels/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { answerSubject, quoteMessage } from './quote-message.ts';

/** Longer ones the messengers take no more. */
const mostLetters: Readonly<Record<string, number>> = { telegram: 4096, vk: 4096 };

/**
 * Stores an answer to whoever wrote last in a locked conversation; it leaves after the commit. What
 * nobody in person writes says that it is automatic, so that no answering machine answers it.
 * @param files stored, in the order in which they go
 * @returns the message's id
 */
export async function queueAnswer(
  ctx: Ctx,
  row: Locked,
  { text, files = [] }: { text: string; files?: readonly { id: number }[] },
): Promise<Result<number>> {
  const { id: conversationId } = row;
  const last = await lastOf(ctx, conversationId);
  const recipient = last?.answerTo || last?.address || '';
  if (row.channelId === null || !last || recipient === '') {
    return fail('conversations.cannot_answer');
  }
  const most = mostLetters[row.channel] ?? Infinity;
  if (text.length > most) return fail('conversations.too_long', { most });
  const queued = await queueMessage(ctx, {
    channelId: row.channelId,
    recipient,
    payload: row.channel === 'email' ? await letterOf(ctx, row, last, text) : { text },
    files,
  });
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
      subject: row.channel === 'email' ? answerSubject(last.subject) : '',
      externalId: queued.value.externalId,
      outgoingMessageId: queued.value.id,
      happenedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok(id);
}

/** The words of a letter stand above a signature and what they answer. */
async function letterOf(ctx: Ctx, { id }: Locked, last: Last, text: string): Promise<EmailPayload> {
  const quote = quoteMessage(last, ctx.operator.timeZone);
  return {
    // A name of somebody else beside an address to answer at would mislead.
    recipientName: last.answerTo === '' ? last.name : '',
    subject: answerSubject(last.subject),
    text: [text, '', '-- ', await signature(ctx), '', quote].join('\n'),
    inReplyTo: last.externalId,
    references: await namesOf(ctx, id),
    isAutomatic: staffIdOf(ctx.actor) === null,
  };
}

type Last = {
  at: Date;
  name: string;
  address: string;
  answerTo: string;
  subject: string;
  text: string;
  quoted: string;
  externalId: string;
};

/** What is answered: the newest that a person wrote. */
async function lastOf(ctx: Ctx, conversationId: Locked['id']): Promise<Last | undefined> {
  // messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql<Last>`
    select happened_at as at, sender_name as name, sender_address as address, answer_to, subject,
           text, quoted, external_id
    from   messages
    where  conversation_id = ${conversationId} and direction = 'in' and not is_automatic
    order  by happened_at desc, id desc limit 1`.execute(ctx.db);
  return rows[0];
}

/**
 * So many names of earlier messages stand in an answer; the first of all stays (RFC 5322, 3.6.4).
 */
const MOST_NAMES = 20;

async function namesOf(ctx: Ctx, conversationId: number): Promise<string[]> {
  // messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql<{ externalId: string }>`
    select external_id from messages
    where  conversation_id = ${conversationId} and external_id <> ''
    order  by happened_at, id`.execute(ctx.db);
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
