import type { Promotion } from '../../catalog/api.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Fail } from '../../kernel/result.ts';
import { daysAfter } from '../../subscribers/index.ts';
import { insertDiscount } from './give-discount.ts';
import { refuseStacked } from './refuse-stacked.ts';

type Given = Pick<Promotion, 'id' | 'name' | 'kind' | 'value' | 'lastsDays'>;

/**
 * Gives a promotion, if there is one, to what an account has just got; discounts on the whole
 * account reach it, too. @returns why they may not stand there together, or null
 */
export async function givePromotion(
  ctx: Ctx,
  accountId: number,
  { id: subscriptionId, startedOn }: { id: number; startedOn: string },
  promotion: Given | null,
): Promise<Fail | null> {
  if (promotion) {
    const { id: promotionId, name, kind, value, lastsDays } = promotion;
    await insertDiscount(ctx, accountId, {
      subscriptionId,
      promotionId,
      kind,
      value,
      fromOn: startedOn,
      toOn: lastsDays === null ? null : daysAfter(startedOn, lastsDays),
      words: name,
    });
  }
  return refuseStacked(ctx, accountId, subscriptionId);
}
