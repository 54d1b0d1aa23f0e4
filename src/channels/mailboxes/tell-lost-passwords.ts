import type { Ctx } from '../../kernel/context.ts';
import { mailboxesOn } from './load-mailbox.ts';
import { noteTrouble } from './note-health.ts';

/** After a restore: a backup without its key leaves mailboxes that need their passwords again. */
export async function tellLostPasswords(ctx: Ctx): Promise<void> {
  for (const { id, name, passwords } of await mailboxesOn(ctx)) {
    if (passwords) continue;
    await noteTrouble(ctx, id, 'imap', { trouble: 'password_lost', words: '' });
    ctx.log.warn(`mailbox “${name}” needs its password again: the backup came without its key`);
  }
}
