import type { Ctx } from '../../kernel/context.ts';
import { type IncomingMessage, messageTakers } from '../incoming.ts';
import type { Raw, Understood } from '../understood.ts';
import { type NewFile, noteFiles } from './note-files.ts';

type Chatted = Pick<
  IncomingMessage,
  'channel' | 'sender' | 'answerTo' | 'externalId' | 'isEdit' | 'editedAt' | 'editNumber' | 'text'
>;

/** Hands a messenger's message on; its files are fetched after it. */
export async function giveMessage(
  ctx: Ctx,
  raw: Raw,
  message: Chatted,
  files: readonly NewFile[],
): Promise<Understood> {
  if (raw.isTooMuch) return { number: null, refusedFor: 'too_many' };
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
    isUnproven: false,
    ...message,
  });
  await noteFiles(ctx, { rawMessageId: standsUnder ?? raw.id, channelId }, files);
  return { number: conversationNumber };
}
