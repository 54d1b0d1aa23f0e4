import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { feesOn, refuseLoss } from '../bundles/refuse-loss.ts';
import { settleBundles } from '../bundles/settle-bundles.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { nextMonthOf } from '../charging/open-scope.ts';
import { lockAccount } from '../find-account.ts';
import { addSubscription, type Agreed, type Input } from './add-subscription.ts';

/**
 * Subscribes an account to a version, in place of a subscription or besides. The day on which one
 * takes the place of another is the new one's: what was charged in advance for the old comes back,
 * and the new is charged, at once. Bundles begin and end with it; where the rest of one then costs
 * more, only when that is confirmed.
 */
export async function subscribe(
  ctx: Ctx,
  input: Input,
  agreed: Agreed = {},
): Promise<Result<{ id: number }>> {
  const locked = await lockAccount(ctx, input.id, 'billing.serve');
  if (!locked.ok) return locked;
  const startsOn = input.from === 'today' ? today(ctx) : nextMonthOf(today(ctx));
  const before = input.isConfirmed ? [] : await feesOn(ctx, input.id, startsOn);
  const added = await addSubscription(ctx, input, agreed);
  if (!added.ok) return added;
  const { id, startedOn } = added.value;
  await settleBundles(ctx, input.id, startedOn);
  const refused = await refuseLoss(ctx, locked.value, startedOn, before);
  if (refused) return refused;
  await chargeAccounts(ctx, [input.id]);
  return ok({ id });
}
