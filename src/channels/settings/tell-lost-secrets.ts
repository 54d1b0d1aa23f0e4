import type { Ctx } from '../../kernel/context.ts';
import { channelsOn } from './load-channel.ts';
import { noteTrouble } from './note-health.ts';

/** After a restore: a backup without its key leaves channels that need their secrets again. */
export async function tellLostSecrets(ctx: Ctx): Promise<void> {
  for (const { id, kind, name, secrets } of await channelsOn(ctx)) {
    if (secrets) continue;
    const side = kind === 'email' ? 'imap' : 'api';
    await noteTrouble(ctx, id, side, { trouble: 'password_lost', words: '' });
    ctx.log.warn(`channel “${name}” needs its password again: the backup came without its key`);
  }
}
