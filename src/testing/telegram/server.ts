import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import TelegramServer from 'telegram-test-api';
import { freePort } from '../free-port.ts';
import { readMultipart } from '../read-multipart.ts';

/** How the server answers a message that the bot sends. */
export type Mood =
  | 'takes'
  /** Takes every word and cuts the line before it says so. */
  | 'cuts_after_words'
  | { refuses: number; words: string; waitSeconds?: number };

/** A file that the bot has sent, as people see it. */
type SentFile = { method: string; chatId: string; caption: string; name: string; bytes: Buffer };

type TelegramFile = { path: string; bytes: Buffer; isTooBig?: true; isLost?: true };
type Client = ReturnType<TelegramServer['getClient']>;

export type Telegram = {
  /** The address of the Bot API, for the channel's settings. */
  url: string;
  mood: Mood;
  /** What the bot has sent that reached the server, also where it then denied it. */
  sent: { chat_id: string; text: string }[];
  /** Files that the bot has sent that reached the server, also where it then denied them. */
  sentFiles: SentFile[];
  /** Updates that are given before the foreign server's own, whatever was asked for. */
  queued: object[];
  /** Presses of buttons that the bot has answered. */
  answered: string[];
  /** Whom the bot has asked to call, and with what secret. */
  hook: { url: string; secret: string } | null;
  /** What it says of its calls. */
  uncalled: { pending_update_count: number; last_error_message?: string };
  /** Files by their file_id. */
  files: Map<string, TelegramFile>;
  /** A person's own program. */
  person: (who: { userId: number; firstName: string; userName?: string }) => Client;
  stop: () => Promise<void>;
};

export const botToken = '7001:тайна-бота';

/**
 * A foreign Bot API server (telegram-test-api) behind a door that can be rude, shows the secret of
 * a webhook as Telegram does, and gives files.
 */
export async function startTelegram(): Promise<Telegram> {
  const inner = new TelegramServer({ host: '127.0.0.1', port: await freePort() });
  await inner.start();
  const door = createServer((request, response) => {
    answer(telegram, inner.config.apiURL, request, response).catch(() => response.destroy());
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const telegram: Telegram = {
    url,
    mood: 'takes',
    sent: [],
    sentFiles: [],
    queued: [],
    answered: [],
    hook: null,
    uncalled: { pending_update_count: 0 },
    files: new Map(),
    person: ({ userId, firstName, userName = `user${userId}` }) =>
      inner.getClient(botToken, { userId, chatId: userId, firstName, userName }),
    stop: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await inner.stop();
    },
  };

  return telegram;
}

/** Answers as Telegram does, rudely where it is told to; the rest the foreign server answers. */
async function answer(
  telegram: Telegram,
  innerUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(request.url ?? '');
  const bytes = await bytesOf(request);
  const method = path.split('/').at(-1) ?? '';
  if (method === 'sendPhoto' || method === 'sendDocument') {
    return takeFile(telegram, method, bytes, request, response);
  }
  const body = bytes.toString('utf8');
  if (path === '/called') return passCall(telegram, body, response);
  const file = [...telegram.files.values()].find(
    (one) => !one.isLost && path.endsWith(`/${one.path}`),
  );
  if (path.startsWith(`/file/bot${botToken}/`) && file) return void response.end(file.bytes);
  const given = JSON.parse(body || '{}') as Record<string, string>;
  if (!path.startsWith(`/bot${botToken}/`)) return say(response, 401, 'Unauthorized');
  if (method === 'getUpdates' && telegram.queued.length > 0) {
    return give(response, telegram.queued.splice(0));
  }
  if (method === 'getWebhookInfo') return give(response, { url: '', ...telegram.uncalled });
  if (method === 'getFile') return giveFile(telegram, response, given['file_id'] ?? '');
  if (method === 'answerCallbackQuery') telegram.answered.push(given['callback_query_id'] ?? '');
  if (method === 'sendMessage') {
    telegram.sent.push(given as never);
    const { mood } = telegram;
    if (mood === 'cuts_after_words') return void response.destroy();
    if (mood !== 'takes') return say(response, mood.refuses, mood.words, mood.waitSeconds);
  }
  if (method === 'deleteWebhook') telegram.hook = null;
  if (method === 'setWebhook') {
    telegram.hook = { url: given['url'] ?? '', secret: given['secret_token'] ?? '' };
    given['url'] = `${telegram.url}/called`;
  }
  const passed = await fetch(`${innerUrl}/bot${botToken}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  });
  response.writeHead(passed.status, { 'content-type': 'application/json' });
  response.end(await passed.text());
}

/** Takes a file as Telegram does: a picture that is none is refused. */
function takeFile(
  telegram: Telegram,
  method: string,
  body: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const parts = readMultipart(body, request.headers['content-type'] ?? '');
  const field = (name: string) => parts.find((one) => one.field === name);
  const file = field(method === 'sendPhoto' ? 'photo' : 'document');
  if (!file) return say(response, 400, 'Bad Request: there is no file in the request');
  if (method === 'sendPhoto' && file.bytes.toString('latin1', 1, 4) !== 'PNG') {
    return say(response, 400, 'Bad Request: IMAGE_PROCESS_FAILED');
  }
  telegram.sentFiles.push({
    method,
    chatId: field('chat_id')?.bytes.toString('utf8') ?? '',
    caption: field('caption')?.bytes.toString('utf8') ?? '',
    name: file.fileName ?? '',
    bytes: file.bytes,
  });
  const { mood } = telegram;
  if (mood === 'cuts_after_words') return void response.destroy();
  if (mood !== 'takes') return say(response, mood.refuses, mood.words, mood.waitSeconds);
  return give(response, { message_id: 90_000 + telegram.sentFiles.length });
}

/** Telegram itself shows the secret; the foreign server does not know of it. */
async function passCall(telegram: Telegram, body: string, response: ServerResponse): Promise<void> {
  const { url: to = '', secret = '' } = telegram.hook ?? {};
  const called = await fetch(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': secret,
    },
    body,
  });
  response.writeHead(called.status).end();
}

function giveFile(telegram: Telegram, response: ServerResponse, fileId: string): void {
  const file = telegram.files.get(fileId);
  if (!file) return say(response, 400, 'Bad Request: wrong file_id');
  if (file.isTooBig) return say(response, 400, 'Bad Request: file is too big');
  return give(response, { file_id: fileId, file_unique_id: fileId, file_path: file.path });
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function give(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}

function say(response: ServerResponse, code: number, words: string, waitSeconds?: number): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  const parameters = waitSeconds === undefined ? {} : { parameters: { retry_after: waitSeconds } };
  response.end(JSON.stringify({ ok: false, error_code: code, description: words, ...parameters }));
}
