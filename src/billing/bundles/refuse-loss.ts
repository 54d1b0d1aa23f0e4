import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { spokenSum } from '../spoken.ts';
import { discountsOn } from '../discounts/discounts-on.ts';

type Fee = {
  subscriptionId: number;
  /** A month, after all that is taken off. */
  feeMinor: number;
  bundle: string | null;
};

/** What an account subscribes to on a day, each with its fee and the bundle that it is in. */
export async function feesOn(ctx: Ctx, accountId: number, day: string): Promise<Fee[]> {
  // subscriptions_account (account_id), discounts_account (account_id)
  const { rows } = await sql<Fee>`
    select s.id as subscription_id, off.bundle,
           floor(discounted(coalesce(s.monthly_fee_minor, v.monthly_fee_minor),
                            off.percents, off.sums))::bigint as fee_minor
    from   subscriptions s join product_versions v on v.id = s.product_version_id
    cross  join ${discountsOn(day)} off
    where  s.account_id = ${accountId} and (s.started_on is null or s.started_on <= ${day})
    and    (s.ended_on is null or s.ended_on > ${day})`.execute(ctx.db);
  return rows;
}

/**
 * Why what was just done may not stand unless it is confirmed: a bundle ends, and what is left of
 * it costs more. A failure undoes all of it.
 * @param before what it cost on that day before
 */
export async function refuseLoss(
  ctx: Ctx,
  account: { id: number; currency: string },
  day: string,
  before: readonly Fee[],
): Promise<Fail | null> {
  const after = new Map(
    (await feesOn(ctx, account.id, day)).map((one) => [one.subscriptionId, one.feeMinor]),
  );
  const left = before.filter(({ bundle, subscriptionId }) => bundle && after.has(subscriptionId));
  const wasMinor = left.reduce((sum, { feeMinor }) => sum + feeMinor, 0);
  const isMinor = left.reduce(
    (sum, { subscriptionId }) => sum + (after.get(subscriptionId) ?? 0),
    0,
  );
  if (isMinor <= wasMinor) return null;
  return fail('billing.bundle_ends', {
    name: left[0]?.bundle ?? '',
    fee: spokenSum(ctx, isMinor, account.currency),
    before: spokenSum(ctx, wasMinor, account.currency),
  });
}
