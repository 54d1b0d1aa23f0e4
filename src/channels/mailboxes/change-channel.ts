import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { MailboxSettings, NewMailbox } from '../api/mailboxes.ts';
import { checkMailbox } from './check-mailbox.ts';
import { isMailboxTaken } from './is-mailbox-taken.ts';
import { sealed, type Place } from './load-mailbox.ts';
import { lockChannel } from './lock-channel.ts';

/**
 * Changes a mailbox. The worker that reads it opens it anew. Another mailbox behind the same
 * channel is read from its present end on.
 */
export async function changeChannel(
  ctx: Ctx,
  { id, version, name, ...given }: NewMailbox & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockChannel(ctx, { id, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const checked = checkMailbox(given, before);
  if (!checked.ok) return checked;
  const { settings, passwords } = checked.value;
  if (await isMailboxTaken(ctx, settings, id)) return fail('channels.mailbox_taken');
  const place: Place = isSamePlace(before.settings, settings) ? before.place : {};
  await ctx.db
    .updateTable('channels')
    .set({
      name,
      settings: JSON.stringify(settings),
      secrets: sealed(ctx, passwords),
      place: JSON.stringify(place),
      troubleOf: null,
      trouble: null,
      error: null,
      errorAt: null,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'channels.changed',
    subject: { kind: 'channel', id },
    facts: {
      name,
      fields: changedFields(before.settings, settings),
      isPasswordNew: Boolean(given.imapPassword || given.smtpPassword),
    },
  });
  return ok({ id, version: version + 1 });
}

function isSamePlace(a: MailboxSettings, b: MailboxSettings): boolean {
  return a.imapHost === b.imapHost && a.imapUser === b.imapUser && a.imapFolder === b.imapFolder;
}

/** Which settings are other than before; their values are nobody's business in the journal. */
function changedFields(before: MailboxSettings, after: MailboxSettings): string[] {
  return Object.entries(after)
    .filter(([key, value]) => before[key as keyof MailboxSettings] !== value)
    .map(([key]) => key);
}
