import type { Ctx } from '../kernel/context.ts';
import { type Quicker, quickerPromises } from './norm-kinds.ts';

/** What later domains promise to some of these subscribers; the soonest holds. */
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
