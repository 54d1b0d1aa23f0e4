import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { type Dovecot, startDovecot } from '../../testing/mail/dovecot.ts';
import type { Exim } from '../../testing/mail/exim.ts';
import { type Smtp, startSmtp } from '../../testing/mail/smtp.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { beReady } from './desk.ts';

export type MailWorld = {
  world: World;
  dovecot: Dovecot;
  /** What takes our letters, or the world outside of the mail server that does. */
  smtp: Smtp;
  exim: Exim | null;
  /** An administrator who sits at the desk. */
  me: SignedIn;
  channelId: number;
  settings: ReturnType<typeof settingsOf>;
  call: ReturnType<typeof callerOf>;
  close: () => Promise<void>;
};

const callerOf = (world: World) => world.via({ ...api, ...channelsApi });

type Takes = Pick<Smtp, 'port' | 'user' | 'password'>;

export const settingsOf = (dovecot: Dovecot, smtp: Takes) => ({
  name: 'Поддержка',
  imapHost: '127.0.0.1',
  imapPort: dovecot.port,
  imapSecurity: 'none' as const,
  imapUser: 'support',
  imapPassword: dovecot.password,
  imapFolder: 'INBOX',
  smtpHost: '127.0.0.1',
  smtpPort: smtp.port,
  smtpSecurity: 'none' as const,
  smtpUser: smtp.user,
  smtpPassword: smtp.password,
  fromName: 'Берег Телеком',
  fromAddress: 'support@bereg.example',
});

/**
 * An installation with one mailbox on real servers, read by a worker's watch.
 * @param startExim where letters leave by a real server too
 */
export async function createMailWorld(
  startExim: (dovecot: Dovecot, smtp: Smtp) => Promise<Exim | null> = async () => null,
): Promise<MailWorld> {
  const world = await createWorld();
  const [dovecot, smtp] = await Promise.all([startDovecot(), startSmtp()]);
  const exim = await startExim(dovecot, smtp);
  const me = await signedIn(world, { name: 'Мария Орлова' });
  await beReady(world, me);
  const call = callerOf(world);
  const settings = settingsOf(dovecot, exim ?? smtp);
  const made = await call('POST /api/channels', settings, me.as);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const watch = world.watch('channels.mailboxes');
  await isRead(world, made.body.id);
  return {
    world,
    dovecot,
    smtp,
    exim,
    me,
    channelId: made.body.id,
    settings,
    call,
    close: async () => {
      await watch.stop();
      await exim?.stop();
      await Promise.all([dovecot.stop(), smtp.stop()]);
      await world.close();
    },
  };
}

/** Waits until the mailbox was read for the first time: what comes from then on is ours. */
export async function isRead({ ctx }: World, channelId: number): Promise<void> {
  await vi.waitFor(async () => {
    const { place } = await ctx.db
      .selectFrom('channels')
      .select('place')
      .where('id', '=', channelId)
      .executeTakeFirstOrThrow();
    if (!('lastUid' in (place as object))) throw new Error('not read yet');
  }, 20_000);
}

export type LetterParts = Partial<{
  id: string;
  from: string;
  subject: string;
  text: string;
  answers: string;
  headers: readonly string[];
  /** The whole body with its content type, instead of a plain text. */
  body: string;
}>;

/** A letter as it comes over the wire. */
export function letter(parts: LetterParts = {}): { id: string; text: string } {
  const id = parts.id ?? `${randomUUID()}@home.example`;
  const heads = [
    `Message-ID: <${id}>`,
    `From: ${parts.from ?? 'Olga <olga@home.example>'}`,
    'To: support@bereg.example',
    `Subject: ${parts.subject ?? 'No internet'}`,
    'Date: Mon, 2 Mar 2026 09:00:00 +0300',
    'MIME-Version: 1.0',
    ...(parts.answers === undefined ? [] : [`In-Reply-To: <${parts.answers}>`]),
    ...(parts.headers ?? []),
  ];
  const body =
    parts.body ?? `Content-Type: text/plain; charset=utf-8\r\n\r\n${parts.text ?? 'Не работает'}`;
  return { id, text: `${heads.join('\r\n')}\r\n${body}\r\n` };
}

type Raw = { id: number; state: string; requestNumber: number | null; error: string | null };

/** Brings a letter and waits until it was understood, refused or set aside. */
export async function receive(
  { world, dovecot }: MailWorld,
  parts: LetterParts = {},
): Promise<Raw & { messageId: string; conversationId: number }> {
  const before = await lastRawId(world);
  const { id, text } = letter(parts);
  await dovecot.deliver('support', text);
  const raw = await vi.waitFor(async () => {
    await world.tick('channels.take_up');
    return world.ctx.db
      .selectFrom('rawMessages')
      .select(['id', 'state', 'requestNumber', 'error'])
      .where('id', '>', before)
      .where('state', '<>', 'waiting')
      .executeTakeFirstOrThrow();
  }, 20_000);
  await world.hear();
  const conversation = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('number', '=', raw.requestNumber)
    .executeTakeFirst();
  return { ...raw, messageId: id, conversationId: conversation?.id ?? 0 };
}

async function lastRawId({ ctx }: World): Promise<number> {
  const row = await ctx.db
    .selectFrom('rawMessages')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Sends what waits, as the worker does, and lets everybody hear of it. */
export async function send({ world }: MailWorld): Promise<void> {
  await world.tick('channels.send');
  await world.hear();
}

/** Takes a conversation and answers it; what is written has not left yet. */
export async function answer(
  { call, me }: MailWorld,
  id: number,
  text = 'Сейчас проверим',
): Promise<number> {
  await call('POST /api/conversations/{id}/take', { id }, me.as);
  const { body } = await call('GET /api/conversations/{id}', { id }, me.as);
  const sent = await call(
    'POST /api/conversations/{id}/messages',
    { id, version: body.version, text },
    me.as,
  );
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return sent.body.messageId;
}

/** What a letter of ours says, as it came over the wire. */
export function wordsOf(letterText: string): string {
  const begins = letterText.lastIndexOf(
    '\r\n--',
    letterText.search(/^content-type: text\/plain/im),
  );
  const part = letterText.slice(Math.max(begins, 0));
  const at = part.indexOf('\r\n\r\n');
  const [coded = ''] = part.slice(at + 4).split('\r\n--');
  if (/base64/i.test(part.slice(0, at))) return Buffer.from(coded, 'base64').toString('utf8');
  const bytes = coded
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
