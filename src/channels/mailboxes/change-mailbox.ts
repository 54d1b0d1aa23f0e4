import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { MailboxSettings, NewMailbox } from '../api/mailboxes.ts';
import { lockOfKind } from '../settings/lock-channel.ts';
import { updateChannel } from '../settings/update-channel.ts';
import { checkMailbox } from './check-mailbox.ts';
import { isMailboxTaken } from './is-mailbox-taken.ts';

/**
 * Changes a mailbox. The worker that reads it opens it anew. Another mailbox behind the same
 * channel is read from its present end on.
 */
export async function changeMailbox(
  ctx: Ctx,
  { id, version, name, ...given }: NewMailbox & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOfKind(ctx, 'email', { id, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const checked = checkMailbox(given, before);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  if (await isMailboxTaken(ctx, settings, id)) return fail('channels.mailbox_taken');
  const place = isSamePlace(before.settings, settings) ? before.place : {};
  const isPasswordNew = Boolean(given.imapPassword || given.smtpPassword);
  return updateChannel(ctx, before, { name, settings, secrets, place }, isPasswordNew);
}

function isSamePlace(a: MailboxSettings, b: MailboxSettings): boolean {
  return a.imapHost === b.imapHost && a.imapUser === b.imapUser && a.imapFolder === b.imapFolder;
}
