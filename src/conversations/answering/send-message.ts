import { sql } from 'kysely';
import { type EmailPayload, queueMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { leaveFilesTo } from '../../kernel/files/files.ts';
import { type DraftFile, endDraft, takeDraftFiles } from '../../work/index.ts';
import { fileMisfit } from '../api/file-limits.ts';
import { change, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { type Locked, lockMine } from '../record/lock-conversation.ts';
import { answerSubject, quoteMessage } from './quote-message.ts';
import { me } from '../reach.ts';

type Answer = {
  id: number;
  version: number;
  text: string;
  writing?: string | undefined;
  fileIds: readonly number[];
};
type Sent = { id: number; version: number; messageId: number };

/** Longer ones the messengers take no more. */
const mostLetters: Readonly<Record<string, number>> = { telegram: 4096, vk: 4096 };

/**
 * Answers on the channel on which the conversation came. What is written here leaves after the
 * commit; the moment it has left is the touch that stops the clock.
 */
export async function sendMessage(
  ctx: Ctx,
  { id: given, version, text, writing, fileIds }: Answer,
): Promise<Result<Sent>> {
  const locked = await lockMine(ctx, given, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  const last = await lastOf(ctx, id);
  const recipient = last?.answerTo || last?.address || '';
  if (row.channelId === null || !last || recipient === '') {
    return fail('conversations.cannot_answer');
  }
  const most = mostLetters[row.channel] ?? Infinity;
  if (text.length > most) return fail('conversations.too_long', { most });
  if (text === '' && fileIds.length === 0) return fail('conversations.nothing_said');
  const draft = { entity: 'conversations', entityId: id, kind: 'reply' } as const;
  const files = await takeDraftFiles(ctx, draft, fileIds);
  if (!files.ok) return files;
  const misfit = fileMisfit(row.channel, files.value);
  if (misfit) return fail(misfit.code, misfit.params);
  const queued = await queueMessage(ctx, {
    channelId: row.channelId,
    recipient,
    payload: row.channel === 'email' ? await letterOf(ctx, row, last, text) : { text },
    files: files.value,
  });
  if (!queued.ok) return fail('conversations.cannot_answer');
  const { id: messageId } = await ctx.db
    .insertInto('messages')
    .values({
      conversationId: id,
      direction: 'out',
      authorStaffId: me(ctx),
      text,
      subject: row.channel === 'email' ? answerSubject(last.subject) : '',
      externalId: queued.value.externalId,
      outgoingMessageId: queued.value.id,
      happenedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepWith(ctx, row, messageId, files.value);
  await endDraft(ctx, draft, writing);
  const changed = await change(ctx, row, {});
  await indexConversations(ctx, [id]);
  await tell(ctx, row, 'conversations.message_written', { staffId: me(ctx), messageId });
  return ok({ ...changed, messageId });
}

/** What went with a message is the person's, as what came is. */
async function keepWith(
  ctx: Ctx,
  { subscriberId }: Locked,
  messageId: number,
  files: readonly DraftFile[],
): Promise<void> {
  if (files.length === 0) return;
  const fileIds = files.map(({ id }) => id);
  await ctx.db
    .insertInto('messageFiles')
    .values(fileIds.map((fileId) => ({ messageId, fileId })))
    .execute();
  if (subscriberId !== null) await leaveFilesTo(ctx, fileIds, subscriberId);
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
  const { name } = await ctx.db
    .selectFrom('staff')
    .select('name')
    .where('id', '=', me(ctx))
    .executeTakeFirstOrThrow();
  return `${name}, ${ctx.operator.name}`;
}
