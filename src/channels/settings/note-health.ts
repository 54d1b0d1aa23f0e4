import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Troubled } from '../adapters/trouble.ts';

/** Which of its servers: a mailbox has two, a messenger one. */
type Side = 'imap' | 'smtp' | 'api';

/**
 * Notes what is wrong with a channel; screens are told once, and again when it is another thing.
 */
export function noteTrouble(
  ctx: Ctx,
  id: number,
  troubleOf: Side,
  { trouble, words }: Troubled,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('channels')
      .select(['trouble', 'name'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return;
    const errorAt = tx.clock.now();
    await tx.db
      .updateTable('channels')
      .set({ troubleOf, trouble, error: words, ...(before.trouble !== trouble && { errorAt }) })
      .where('id', '=', id)
      .execute();
    if (before.trouble === trouble) return;
    await emit(tx, {
      type: 'channels.trouble_began',
      subject: { kind: 'channel', id },
      facts: { name: before.name, trouble },
    });
  });
}

/** This server of it works again. */
export function noteWell(ctx: Ctx, id: number, side: Side): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const mended = await tx.db
      .updateTable('channels')
      .set({ troubleOf: null, trouble: null, error: null, errorAt: null })
      .where('id', '=', id)
      .where('troubleOf', '=', side)
      .returning('name')
      .executeTakeFirst();
    if (!mended) return;
    await emit(tx, {
      type: 'channels.trouble_ended',
      subject: { kind: 'channel', id },
      facts: { name: mended.name },
    });
  });
}
