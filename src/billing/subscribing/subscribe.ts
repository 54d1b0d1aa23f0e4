import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { settleBundles } from '../bundles/settle-bundles.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { addSubscription, type Input } from './add-subscription.ts';

/**
 * Subscribes an account to a version, in place of a subscription or besides. The day on which one
 * takes the place of another is the new one's: what was charged in advance for the old comes back,
 * and the new is charged, at once. Bundles begin and end with it.
 */
export async function subscribe(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const added = await addSubscription(ctx, input);
  if (!added.ok) return added;
  const { id, startedOn } = added.value;
  await settleBundles(ctx, input.id, startedOn);
  await chargeAccounts(ctx, [input.id]);
  return ok({ id });
}
