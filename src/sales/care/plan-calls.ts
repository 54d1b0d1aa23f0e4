import type { Ctx } from '../../kernel/context.ts';
import { startNorm } from '../../norms/index.ts';
import { loadSettings } from './change-settings.ts';
import { CARE } from './norm.ts';

const DAY_MS = 86_400_000;

/** Plans the calls of the first month, each due under the norm of care. */
export async function planCalls(
  ctx: Ctx,
  connection: { id: number; dealId: number },
): Promise<void> {
  const { careDays } = await loadSettings(ctx);
  if (careDays.length === 0) return;
  const now = ctx.clock.now().getTime();
  const calls = careDays.map(async (day) => {
    const startsAt = new Date(now + day * DAY_MS);
    const { dueAt } = await startNorm(ctx, CARE, startsAt);
    return { connectionId: connection.id, dealId: connection.dealId, day, startsAt, dueAt };
  });
  await ctx.db
    .insertInto('careCalls')
    .values(await Promise.all(calls))
    .execute();
}

/** Takes the calls back that were not made when a connection is taken back. */
export async function dropCalls(ctx: Ctx, connectionId: number): Promise<void> {
  await ctx.db
    .updateTable('careCalls')
    .set({ droppedAt: ctx.clock.now() })
    .where('connectionId', '=', connectionId)
    .where('doneAt', 'is', null)
    .execute();
}
