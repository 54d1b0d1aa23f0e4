import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type IncomingMessage, messageTakers } from '../incoming.ts';
import type { Raw, Understood } from '../understood.ts';
import { type NewFile, noteFiles } from './note-files.ts';

/** A person writes some lines a minute at most; a program that writes more is set aside. */
const MOST_AN_HOUR = 300;
const HOUR_MS = 3_600_000;

type Chatted = Pick<
  IncomingMessage,
  'channel' | 'sender' | 'answerTo' | 'externalId' | 'isEdit' | 'editedAt' | 'editNumber' | 'text'
>;

/** Hands a messenger's message on; its files are fetched after it. */
export async function handOver(
  ctx: Ctx,
  raw: Raw,
  message: Chatted,
  files: readonly NewFile[],
): Promise<Understood> {
  if (await isTooMuch(ctx, raw)) return { number: null, refusedFor: 'too_many' };
  const taker = messageTakers.fills[0]?.piece;
  if (!taker) throw new Error('nobody takes messages');
  const channelId = raw.channelId ?? 0;
  const { conversationNumber, standsUnder } = await taker(ctx, {
    rawMessageId: raw.id,
    channelId,
    receivedAt: raw.receivedAt,
    answersTo: [],
    subject: '',
    subjectKey: '',
    quoted: '',
    files: [],
    isAutomatic: false,
    ...message,
  });
  await noteFiles(ctx, { rawMessageId: standsUnder ?? raw.id, channelId }, files);
  return { number: conversationNumber };
}

async function isTooMuch(ctx: Ctx, { sender, channelId, receivedAt }: Raw): Promise<boolean> {
  const since = new Date(receivedAt.getTime() - HOUR_MS);
  // raw_messages_sender (sender, received_at)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from raw_messages
      where  sender = ${sender} and sender <> '' and received_at > ${since}
      and    channel_id = ${channelId} and state = 'understood'
      limit  ${MOST_AN_HOUR}) r`.execute(ctx.db);
  return (rows[0]?.count ?? 0) >= MOST_AN_HOUR;
}
