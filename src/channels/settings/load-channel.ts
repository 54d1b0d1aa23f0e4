import type { Ctx } from '../../kernel/context.ts';
import type { ImapAccess } from '../adapters/imap.ts';
import type { SmtpAccess } from '../adapters/smtp.ts';
import type { BotAccess } from '../adapters/telegram.ts';
import type { VkAccess } from '../adapters/vk.ts';
import type { AsteriskSettings } from '../api/asterisk.ts';
import type { ChatSettings } from '../api/chat.ts';
import type { Kind } from '../api/choices.ts';
import type { MailboxSettings } from '../api/mailboxes.ts';
import type { KeptBot } from '../api/telegram.ts';
import type { TelephonySettings } from '../api/telephony.ts';
import type { VkSettings } from '../api/vk.ts';

/** What each kind of channel is set to; no secret stands here. */
type SettingsOf = {
  email: MailboxSettings;
  telegram: KeptBot;
  vk: VkSettings;
  chat: ChatSettings;
  asterisk: AsteriskSettings;
  telephony: TelephonySettings;
};

/** What each keeps sealed. */
export type SecretsOf = {
  email: { imap: string; smtp: string };
  /** `hook` is what Telegram shows us with every update, so that nobody else can bring one. */
  telegram: { token: string; hook: string };
  /** `secret` is what VK shows us with every event, `confirmation` what it asks for once. */
  vk: { token: string; secret: string; confirmation: string };
  /** Nothing is shown to anybody: visitors have secrets of their own. */
  chat: Record<string, never>;
  asterisk: { password: string };
  telephony: { key: string; secret: string };
};

/** How far each was read, and since when it is ours to read. */
type PlaceOf = {
  email: {
    uidValidity?: string;
    lastUid?: number;
    since?: string;
    /** The last letter there when the server numbered all anew; only up to it `since` tells. */
    renumberedThrough?: number;
  };
  /** `offset`: the first update that was not stored yet. */
  telegram: { offset?: number };
  /** VK brings everything by itself. */
  vk: Record<string, never>;
  chat: Record<string, never>;
  /** An exchange tells what happens now; the past it does not keep. */
  asterisk: Record<string, never>;
  telephony: Record<string, never>;
};

export type Channel<K extends Kind = Kind> = {
  id: number;
  kind: K;
  name: string;
  version: number;
  state: 'on' | 'paused';
  settings: SettingsOf[K];
  /** Null where they were sealed with a key that is not here any more. */
  secrets: SecretsOf[K] | null;
  place: PlaceOf[K];
};
export type AnyChannel = { [K in Kind]: Channel<K> }[Kind];
export type Mailbox = Channel<'email'>;
export type Bot = Channel<'telegram'>;
export type Community = Channel<'vk'>;
export type MailPlace = PlaceOf['email'];

const columns = ['id', 'kind', 'name', 'version', 'state', 'settings', 'secrets', 'place'] as const;

/** Channels that are read and sent from now; there are few. */
export async function channelsOn(ctx: Ctx): Promise<AnyChannel[]> {
  const rows = await ctx.db
    .selectFrom('channels')
    .select(columns)
    .where('state', '=', 'on')
    .orderBy('id')
    .execute();
  return rows.map((row) => opened(ctx, row));
}

export async function channelsOfKind<K extends Kind>(ctx: Ctx, kind: K): Promise<Channel<K>[]> {
  const isOfKind = (one: AnyChannel): one is AnyChannel & Channel<K> => one.kind === kind;
  return (await channelsOn(ctx)).filter(isOfKind);
}

export async function findChannel(ctx: Ctx, id: number): Promise<AnyChannel | null> {
  const row = await ctx.db
    .selectFrom('channels')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? opened(ctx, row) : null;
}

/** A channel by its id, if it is of this kind. */
export async function findOfKind<K extends Kind>(
  ctx: Ctx,
  kind: K,
  id: number,
): Promise<Channel<K> | null> {
  const found = await findChannel(ctx, id);
  return found?.kind === kind ? (found as Channel<K>) : null;
}

type Row = {
  id: number;
  kind: string;
  name: string;
  version: number;
  state: string;
  settings: unknown;
  secrets: string;
  place: unknown;
};

const opened = (ctx: Ctx, row: Row): AnyChannel =>
  ({ ...row, secrets: unsealed(ctx, row.secrets) }) as AnyChannel;

function unsealed(ctx: Ctx, sealedText: string): unknown {
  const text = ctx.secrets.open(sealedText);
  return text === null ? null : JSON.parse(text);
}

export const sealed = (ctx: Ctx, secrets: SecretsOf[Kind]): string =>
  ctx.secrets.seal(JSON.stringify(secrets));

export const imapAccess = (
  settings: MailboxSettings,
  { imap }: SecretsOf['email'],
): ImapAccess => ({
  host: settings.imapHost,
  port: settings.imapPort,
  security: settings.imapSecurity,
  user: settings.imapUser,
  password: imap,
  folder: settings.imapFolder,
});

export const smtpAccess = (
  settings: MailboxSettings,
  { smtp }: SecretsOf['email'],
): SmtpAccess => ({
  host: settings.smtpHost,
  port: settings.smtpPort,
  security: settings.smtpSecurity,
  user: settings.smtpUser,
  password: smtp,
});

export const botAccess = (
  { apiUrl }: Pick<KeptBot, 'apiUrl'>,
  { token }: SecretsOf['telegram'],
): BotAccess => ({ apiUrl, token });

export const vkAccess = (
  { apiUrl }: Pick<VkSettings, 'apiUrl'>,
  { token }: SecretsOf['vk'],
): VkAccess => ({ apiUrl, token });
