import type { z } from 'zod';
import { findPromotion } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { serviceApi } from '../api/service.ts';
import { nextMonthOf } from '../charging/open-scope.ts';
import { givePromotion } from '../discounts/give-promotion.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { findVersion, refuseIneligible, refuseSecond } from './find-version.ts';

export type Input = z.output<(typeof serviceApi)['POST /api/accounts/{id}/subscriptions']['input']>;
type Added = Omit<Input, 'isConfirmed'>;

/** What somebody is given as it was, though others may have it no more, or not for that. */
export type Agreed = {
  /**
   * It was agreed on, or theirs before: given even if sold no longer, and to whom was asked when it
   * was offered.
   */
  isAgreed?: boolean;
  /** A fee of their own in place of the product's. */
  ownFeeMinor?: number | null;
};

/**
 * Subscribes an account to one of several things, in place of a subscription or besides: whoever
 * asks sees to bundles and charging, once all are there.
 */
export async function addSubscription(
  ctx: Ctx,
  input: Added,
  { isAgreed = false, ownFeeMinor = null }: Agreed = {},
): Promise<Result<{ id: number; startedOn: string }>> {
  const { id: accountId, replacesId, promotionId } = input;
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  if (locked.value.state === 'closed') return fail('billing.account_closed');
  const day = today(ctx);
  const startedOn = input.from === 'today' ? day : nextMonthOf(day);
  const version = await findVersion(ctx, locked.value, input.productVersionId, startedOn, isAgreed);
  if (!version) return fail('billing.no_such_version');
  const promotion = promotionId ? await findPromotion(ctx, promotionId, day) : null;
  const isOther = (promotion?.productId ?? version.productId) !== version.productId;
  if (promotionId && (!promotion || isOther)) return fail('billing.no_such_promotion');
  const refused =
    (!isAgreed && (await refuseIneligible(ctx, accountId, version, startedOn))) ||
    (replacesId && (await endReplaced(ctx, accountId, replacesId, startedOn))) ||
    (await refuseSecond(ctx, accountId, version, startedOn));
  if (refused) return refused;
  const { id } = await ctx.db
    .insertInto('subscriptions')
    .values({
      accountId,
      productVersionId: version.id,
      monthlyFeeMinor: ownFeeMinor,
      startedOn,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (replacesId) await noteReplaced(ctx, replacesId, id);
  const stacked = await givePromotion(ctx, accountId, { id, startedOn }, promotion);
  if (stacked) return stacked;
  await tellOfAccount(ctx, 'billing.subscribed', locked.value, {
    product: version.name,
    feeMinor: ownFeeMinor ?? version.monthlyFeeMinor,
    currency: locked.value.currency,
    startedOn,
  });
  return ok({ id, startedOn });
}

/** Ends one that goes on at the day on which the other begins. */
async function endReplaced(
  ctx: Ctx,
  accountId: number,
  id: number,
  endedOn: string,
): Promise<Fail | null> {
  const ended = await ctx.db
    .updateTable('subscriptions')
    .set({ endedOn })
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .where('endedOn', 'is', null)
    .where((e) => e.or([e('startedOn', 'is', null), e('startedOn', '<=', today(ctx))]))
    .returning('id')
    .executeTakeFirst();
  return ended ? null : fail('billing.no_such_subscription');
}

const noteReplaced = (ctx: Ctx, id: number, replacedById: number) =>
  ctx.db.updateTable('subscriptions').set({ replacedById }).where('id', '=', id).execute();
