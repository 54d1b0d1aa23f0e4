import type { Ctx } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';
import { type ClusterIds, cardVeils, type Veil } from './slots.ts';

/** Why what is personal of them must not be shown to the actor at this moment; null: it may. */
export async function veilOf(ctx: Ctx, ids: ClusterIds): Promise<Veil | null> {
  for (const { piece } of cardVeils.fills) {
    const veil = await piece(ctx, ids);
    if (veil) return veil;
  }
  return null;
}

/** What shows or changes nothing but what is personal is refused as a whole. */
export async function refuseVeiled(ctx: Ctx, ids: ClusterIds): Promise<Fail | null> {
  return (await veilOf(ctx, ids)) ? fail('subscribers.caller_unverified') : null;
}
