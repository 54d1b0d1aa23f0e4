import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tryImap } from '../adapters/imap.ts';
import { trySmtp } from '../adapters/smtp.ts';
import type { Troubled } from '../adapters/trouble.ts';
import type { Trouble } from '../api/choices.ts';
import type { NewMailbox } from '../api/mailboxes.ts';
import { checkMailbox } from './check-mailbox.ts';
import { findOfKind, imapAccess, smtpAccess } from '../settings/load-channel.ts';

type Tried = { trouble: Trouble | null; words: string };

/** Tries both servers at once, with what is in the form and not yet kept. */
export async function testMailbox(
  ctx: Ctx,
  { id, ...given }: Omit<NewMailbox, 'name'> & { id?: number | undefined },
): Promise<Result<{ imap: Tried; smtp: Tried }>> {
  const kept = id === undefined ? null : await findOfKind(ctx, 'email', id);
  if (id !== undefined && !kept) return fail('channels.not_found');
  const checked = checkMailbox(given, kept);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  const [imap, smtp] = await Promise.all([
    tryImap(imapAccess(settings, secrets)),
    trySmtp(smtpAccess(settings, secrets)),
  ]);
  return ok({ imap: tried(imap), smtp: tried(smtp) });
}

const tried = (troubled: Troubled | null): Tried => troubled ?? { trouble: null, words: '' };
