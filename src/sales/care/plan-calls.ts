import type { Ctx } from '../../kernel/context.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { termsOfCall } from './norm.ts';

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
    const terms = await termsOfCall(ctx, new Date(now + day * DAY_MS));
    return { connectionId: connection.id, dealId: connection.dealId, day, ...terms };
  });
  await ctx.db
    .insertInto('careCalls')
    .values(await Promise.all(calls))
    .execute();
}
