import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewMailbox } from '../api/mailboxes.ts';
import { checkMailbox } from './check-mailbox.ts';
import { isMailboxTaken } from './is-mailbox-taken.ts';
import { insertChannel, lockChannels } from '../settings/insert-channel.ts';

/** Adds a mailbox, which is read from now on: what lies in it already stays where it is. */
export async function createMailbox(
  ctx: Ctx,
  { name, ...given }: NewMailbox,
): Promise<Result<{ id: number; version: number }>> {
  const checked = checkMailbox(given, null);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  await lockChannels(ctx);
  if (await isMailboxTaken(ctx, settings)) return fail('channels.mailbox_taken');
  return insertChannel(ctx, { kind: 'email', name, settings, secrets });
}
