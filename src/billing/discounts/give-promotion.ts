import type { Promotion } from '../../catalog/api.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Fail } from '../../kernel/result.ts';
import { daysAfter } from '../../subscribers/index.ts';
import { insertDiscount } from './give-discount.ts';
import { refuseStacked } from './refuse-stacked.ts';

/** Gives a promotion to what an account has. @returns why it may not stand there, or null */
export async function givePromotion(
  ctx: Ctx,
  accountId: number,
  subscription: { id: number; startedOn: string },
  promotion: Pick<Promotion, 'id' | 'name' | 'kind' | 'value' | 'lastsDays'>,
): Promise<Fail | null> {
  const { startedOn } = subscription;
  const { kind, value, lastsDays } = promotion;
  await insertDiscount(ctx, accountId, {
    subscriptionId: subscription.id,
    promotionId: promotion.id,
    kind,
    value,
    fromOn: startedOn,
    toOn: lastsDays === null ? null : daysAfter(startedOn, lastsDays),
    words: promotion.name,
  });
  return refuseStacked(ctx, accountId, subscription.id);
}
