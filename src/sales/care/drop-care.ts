import { stopMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';

/**
 * When a connection is taken back: a greeting that has not left does not leave, and calls that were
 * not made are not.
 */
export async function dropCare(ctx: Ctx, connectionId: number): Promise<void> {
  // deal_connections_pkey
  const { welcomeMessageId } = await ctx.db
    .selectFrom('dealConnections')
    .select('welcomeMessageId')
    .where('id', '=', connectionId)
    .executeTakeFirstOrThrow();
  if (welcomeMessageId !== null) await stopMessage(ctx, welcomeMessageId);
  await ctx.db
    .updateTable('careCalls')
    .set({ droppedAt: ctx.clock.now() })
    .where('connectionId', '=', connectionId)
    .where('doneAt', 'is', null)
    .execute();
}
