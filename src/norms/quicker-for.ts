import type { Ctx } from '../kernel/context.ts';
import { type Quicker, quickerPromises } from './norm-kinds.ts';

/** All that later domains promise to some of these subscribers; of it the soonest holds. */
export async function quickerFor(
  ctx: Ctx,
  kinds: readonly string[],
  subscriberIds: readonly number[],
): Promise<Quicker[]> {
  if (subscriberIds.length === 0) return [];
  const promised: Quicker[] = [];
  for (const { piece } of quickerPromises.fills) {
    promised.push(...(await piece(ctx, kinds, subscriberIds)));
  }
  return promised;
}
