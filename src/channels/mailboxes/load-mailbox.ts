import type { Ctx } from '../../kernel/context.ts';
import type { ImapAccess } from '../adapters/imap.ts';
import type { SmtpAccess } from '../adapters/smtp.ts';
import type { MailboxSettings } from '../api/mailboxes.ts';

export type Passwords = { imap: string; smtp: string };

/** How far a mailbox was read, and since when it is ours to read. */
export type Place = {
  uidValidity?: string;
  lastUid?: number;
  since?: string;
  /** The last letter there when the server numbered all anew; only up to it `since` tells. */
  renumberedThrough?: number;
};

export type Mailbox = {
  id: number;
  name: string;
  version: number;
  settings: MailboxSettings;
  /** Null where they were sealed with a key that is not here any more. */
  passwords: Passwords | null;
  place: Place;
};

const columns = ['id', 'name', 'version', 'settings', 'secrets', 'place'] as const;

/** Mailboxes that are read and sent from now; there are few. */
export async function mailboxesOn(ctx: Ctx): Promise<Mailbox[]> {
  const rows = await ctx.db
    .selectFrom('channels')
    .select(columns)
    .where('state', '=', 'on')
    .orderBy('id')
    .execute();
  return rows.map((row) => opened(ctx, row));
}

export async function findMailbox(
  ctx: Ctx,
  id: number,
): Promise<(Mailbox & { state: string }) | null> {
  const row = await ctx.db
    .selectFrom('channels')
    .select([...columns, 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...opened(ctx, row), state: row.state } : null;
}

type Row = {
  id: number;
  name: string;
  version: number;
  settings: unknown;
  secrets: string;
  place: unknown;
};

function opened(ctx: Ctx, row: Row): Mailbox {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    settings: row.settings as MailboxSettings,
    passwords: unsealed(ctx, row.secrets),
    place: row.place as Place,
  };
}

function unsealed(ctx: Ctx, sealed: string): Passwords | null {
  const text = ctx.secrets.open(sealed);
  return text === null ? null : (JSON.parse(text) as Passwords);
}

export const sealed = (ctx: Ctx, passwords: Passwords): string =>
  ctx.secrets.seal(JSON.stringify(passwords));

export const imapAccess = (settings: MailboxSettings, { imap }: Passwords): ImapAccess => ({
  host: settings.imapHost,
  port: settings.imapPort,
  security: settings.imapSecurity,
  user: settings.imapUser,
  password: imap,
  folder: settings.imapFolder,
});

export const smtpAccess = (settings: MailboxSettings, { smtp }: Passwords): SmtpAccess => ({
  host: settings.smtpHost,
  port: settings.smtpPort,
  security: settings.smtpSecurity,
  user: settings.smtpUser,
  password: smtp,
});
