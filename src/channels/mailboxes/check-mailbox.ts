import { fail, ok, type Result } from '../../kernel/result.ts';
import { normaliseEmail } from '../../subscribers/index.ts';
import { MailboxSettings, type NewMailbox } from '../api/mailboxes.ts';
import type { Mailbox, SecretsOf } from '../settings/load-channel.ts';

type Given = Omit<NewMailbox, 'name'>;
type Known = Pick<Mailbox, 'settings' | 'secrets'> | null;

/**
 * What a mailbox is set to, with its passwords. One that is left out is taken from what is kept,
 * but only for the same server and user: a password kept here is shown to no other server.
 */
export function checkMailbox(
  given: Given,
  kept: Known,
): Result<{ settings: MailboxSettings; secrets: SecretsOf['email'] }> {
  const from = normaliseEmail(given.fromAddress);
  if (!from.ok) return wrong({ fromAddress: 'channels.bad_from' });
  const settings = MailboxSettings.parse({ ...given, fromAddress: from.email });
  const imap = given.imapPassword || keptFor('imap', settings, kept);
  const isAsked = settings.smtpUser !== '';
  const smtp = isAsked ? given.smtpPassword || keptFor('smtp', settings, kept) : '';
  if (imap === null) return wrong({ imapPassword: 'channels.password_needed' });
  if (smtp === null) return wrong({ smtpPassword: 'channels.password_needed' });
  return ok({ settings, secrets: { imap, smtp } });
}

const wrong = (fields: Record<string, string>) => fail('kernel.invalid_input', {}, fields);

function keptFor(server: 'imap' | 'smtp', settings: MailboxSettings, kept: Known): string | null {
  if (!kept?.secrets) return null;
  const told = (one: MailboxSettings): string =>
    server === 'imap'
      ? JSON.stringify([one.imapHost, one.imapPort, one.imapSecurity, one.imapUser])
      : JSON.stringify([one.smtpHost, one.smtpPort, one.smtpSecurity, one.smtpUser]);
  return told(settings) === told(kept.settings) ? kept.secrets[server] || null : null;
}
