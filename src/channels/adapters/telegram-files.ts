import { GrammyError } from 'grammy';
import type { ApiError, Message } from 'grammy/types';
import type { Delivery } from './delivery.ts';
import { type BotAccess, refusedBy, sentAs } from './telegram.ts';

/** As a picture Telegram takes these, up to this size; all else is a document. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const MOST_PICTURE_BYTES = 10 * 1024 ** 2;
const SENDING_MS = 120_000;

type Leaving = {
  chatId: string;
  caption: string;
  name: string;
  contentType: string;
  bytes: Buffer;
};

/**
 * Hands one file over, once: a picture as a picture, and as a document where Telegram does not take
 * it for one, as of a long and narrow one.
 */
export async function sendFileByBot(access: BotAccess, file: Leaving): Promise<Delivery> {
  try {
    const isPicture = pictures.has(file.contentType) && file.bytes.length <= MOST_PICTURE_BYTES;
    return sentAs(isPicture ? await sendPicture(access, file) : await send(access, file));
  } catch (error) {
    return refusedBy(error);
  }
}

async function sendPicture(access: BotAccess, file: Leaving): Promise<Message> {
  try {
    return await send(access, file, 'photo');
  } catch (error) {
    const isNoPicture =
      error instanceof GrammyError &&
      error.error_code === 400 &&
      /PHOTO|IMAGE/i.test(error.description);
    if (!isNoPicture) throw error;
    return send(access, file);
  }
}

/**
 * By Node's own form: grammy writes a file's name without quotes, so that a blank or a semicolon in
 * it would end it.
 */
async function send(
  { apiUrl, token }: BotAccess,
  { chatId, caption, name, contentType, bytes }: Leaving,
  as: 'photo' | 'document' = 'document',
): Promise<Message> {
  const form = new FormData();
  form.append('chat_id', chatId);
  if (caption !== '') form.append('caption', caption);
  form.append(as, new File([new Uint8Array(bytes)], name, { type: contentType }));
  const method = as === 'photo' ? 'sendPhoto' : 'sendDocument';
  const response = await fetch(`${apiUrl}/bot${token}/${method}`, {
    method: 'POST',
    body: form,
    signal: AbortSignal.timeout(SENDING_MS),
    redirect: 'error',
  });
  const answer = (await response.json()) as ApiError | { ok: true; result: Message };
  if (!answer.ok) throw new GrammyError(`${method} failed`, answer, method, {});
  return answer.result;
}
