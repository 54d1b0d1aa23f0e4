import { Api, GrammyError, HttpError } from 'grammy';
import type { Update, UserFromGetMe, WebhookInfo } from 'grammy/types';
import type { Delivery } from './delivery.ts';
import { hasNotBegun, lineTrouble } from './line-trouble.ts';
import type { Troubled } from './trouble.ts';

export type BotAccess = { apiUrl: string; token: string };

/** What we ask Telegram to tell us of. */
const allowed = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** How long Telegram holds our question open while nothing is new. */
const HELD_SECONDS = 25;
const ANSWER_MS = 15_000;
const MOST_UPDATES = 100;

type Given = { method?: string; headers?: Record<string, string>; body?: string; signal?: Ending };
type Ending = Pick<AbortSignal, 'aborted' | 'addEventListener'>;

/**
 * Node's own fetch, which says for certain whether the line was ever open. grammy ends it by a
 * signal of its own making, which Node does not know.
 */
function nodeFetch(url: string, { method, headers, body, signal }: Given): Promise<Response> {
  const ending = new AbortController();
  if (signal?.aborted) ending.abort();
  signal?.addEventListener('abort', () => ending.abort());
  return fetch(url, {
    ...(method && { method }),
    ...(headers && { headers }),
    ...(body && { body }),
    signal: ending.signal,
    redirect: 'error',
  });
}

const apiOf = ({ apiUrl, token }: BotAccess): Api =>
  new Api(token, { apiRoot: apiUrl, fetch: nodeFetch as never });

type Signal = Parameters<Api['getMe']>[0];

/** Ends the question after so long, or when the program is to end. */
const within = (ms: number, signal?: AbortSignal): Signal =>
  AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]) as Signal;

export const askMe = (access: BotAccess): Promise<UserFromGetMe> =>
  apiOf(access).getMe(within(ANSWER_MS));

/** Updates from this one on; all before it are forgotten at Telegram. */
export const askUpdates = (
  access: BotAccess,
  offset: number,
  signal: AbortSignal,
): Promise<Update[]> =>
  apiOf(access).getUpdates(
    { offset, limit: MOST_UPDATES, timeout: HELD_SECONDS, allowed_updates: [...allowed] },
    within(HELD_SECONDS * 1000 + ANSWER_MS, signal),
  );

/** Telegram calls us from now on, and shows the secret each time. */
export const startCalls = (access: BotAccess, url: string, secret: string) =>
  apiOf(access).setWebhook(
    url,
    { secret_token: secret, allowed_updates: [...allowed], max_connections: 40 },
    within(ANSWER_MS),
  );

/** What waits at Telegram stays there, to be asked for. */
export const endCalls = (access: BotAccess) => apiOf(access).deleteWebhook({}, within(ANSWER_MS));

export const askCalls = (access: BotAccess): Promise<WebhookInfo> =>
  apiOf(access).getWebhookInfo(within(ANSWER_MS));

/** Takes the clock off the button that was pressed. */
export const answerButton = (access: BotAccess, callbackId: string) =>
  apiOf(access).answerCallbackQuery(callbackId, {}, within(ANSWER_MS));

/** Hands one message over, once. */
export async function sendText(
  access: BotAccess,
  { chatId, text }: { chatId: string; text: string },
): Promise<Delivery> {
  try {
    return sentAs(await apiOf(access).sendMessage(chatId, text, {}, within(ANSWER_MS)));
  } catch (error) {
    return refusedBy(error);
  }
}

/** Some servers take it and tell no name. */
export function sentAs(sent: { message_id: number } | null): Delivery {
  const id = sent?.message_id;
  return { outcome: 'sent', providerId: id === undefined ? '' : String(id) };
}

export const refusedBy = (error: unknown): Delivery => ({
  outcome: outcomeOf(error),
  ...telegramTrouble(error),
  ...waitOf(error),
});

/** Only a no from Telegram itself, or a line that never opened, says that nobody got it. */
function outcomeOf(error: unknown): 'later' | 'refused' | 'unknown' {
  if (error instanceof GrammyError) {
    const { error_code: code } = error;
    if (code >= 500) return 'unknown';
    return code === 429 || code === 401 || code === 404 ? 'later' : 'refused';
  }
  return hasNotBegun(unwrapped(error)) ? 'later' : 'unknown';
}

function waitOf(error: unknown): { waitSeconds?: number } {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? {} : { waitSeconds: seconds };
}

const byCode: Readonly<Record<number, Troubled['trouble']>> = {
  400: 'not_accepted',
  401: 'wrong_token',
  403: 'blocked',
  404: 'wrong_token',
  409: 'taken_elsewhere',
  429: 'too_fast',
};

/** What a failure of Telegram's or of the line comes to; the token stands in no word of it. */
export function telegramTrouble(error: unknown): Troubled {
  if (error instanceof GrammyError) {
    return { trouble: byCode[error.error_code] ?? 'other', words: error.description };
  }
  const { trouble, words } = lineTrouble(unwrapped(error));
  return { trouble, words };
}

/** grammy wraps what fetch has thrown. */
const unwrapped = (error: unknown): unknown => (error instanceof HttpError ? error.error : error);

/** Where a file's bytes are; null when Telegram gives it to no bot. */
export async function askFile(access: BotAccess, fileId: string): Promise<{ path: string } | null> {
  const { file_path: path } = await apiOf(access).getFile(fileId, within(ANSWER_MS));
  return path === undefined ? null : { path };
}

const FILE_MS = 120_000;

/** A file's bytes as they come. Its address holds the token, so that no error may name it. */
export async function openTelegramFile(
  { apiUrl, token }: BotAccess,
  path: string,
  signal: AbortSignal,
): Promise<Response> {
  const place = path.split('/').map(encodeURIComponent).join('/');
  const response = await fetch(`${apiUrl}/file/bot${token}/${place}`, {
    signal: AbortSignal.any([AbortSignal.timeout(FILE_MS), signal]),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`the file was not given: ${response.status}`);
  return response;
}
