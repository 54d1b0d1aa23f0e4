import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { feesOn, refuseLoss } from '../bundles/refuse-loss.ts';
import { settleBundles } from '../bundles/settle-bundles.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { boundOf, type Leaving, refuseWaiver, settleLeaving } from './leaving-fee.ts';

type Input = Leaving & { id: number; subscriptionId: number; isConfirmed: boolean };

/**
 * Ends a subscription from today on: this day is not charged any more, and whatever was to take its
 * place comes all the same. One that was only to begin is taken back, and what it was to take the
 * place of goes on, if that was not ended before. Whoever is bound for longer is charged the fee
 * for leaving, unless it is waived; a bundle that it was a part of ends with it, only when that is
 * confirmed where the rest then costs more. One that a change of price has moved is ended where it
 * goes on.
 */
export async function unsubscribe(
  ctx: Ctx,
  { id: accountId, subscriptionId: asked, isConfirmed, ...leaving }: Input,
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  const day = today(ctx);
  // subscriptions_pkey
  const { rows } = await sql<{ id: number; startedOn: string | null; product: string }>`
    with recursive moved as (
      select id, replaced_by_id from subscriptions
      where  id = ${asked} and account_id = ${accountId}
      union all
      select s.id, s.replaced_by_id
      from   moved m join subscriptions s on s.id = m.replaced_by_id and s.is_moved)
    select s.id, s.started_on, p.name as product
    from   moved m
    join   subscriptions s on s.id = m.id
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    where  s.ended_on is null or s.ended_on > ${day}`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('billing.no_such_subscription');
  const { id: subscriptionId, startedOn } = found;
  const bound = (await boundOf(ctx, accountId)).filter(
    (one) => one.subscriptionId === subscriptionId,
  );
  const refused = refuseWaiver(ctx, bound, leaving);
  if (refused) return refused;
  const isToCome = startedOn !== null && startedOn > day;
  const endsOn = isToCome ? startedOn : day;
  const before = isConfirmed ? [] : await feesOn(ctx, accountId, endsOn);
  if (isToCome) {
    await takeBack(ctx, subscriptionId);
  } else {
    await ctx.db
      .updateTable('subscriptions')
      .set({ endedOn: day, replacedById: null })
      .where('id', '=', subscriptionId)
      .execute();
  }
  await settleBundles(ctx, accountId, endsOn);
  const lost = await refuseLoss(ctx, locked.value, endsOn, before);
  if (lost) return lost;
  await tellOfAccount(ctx, 'billing.unsubscribed', locked.value, { product: found.product });
  await settleLeaving(ctx, locked.value, bound, leaving);
  await chargeAccounts(ctx, [accountId]);
  return ok({});
}

async function takeBack(ctx: Ctx, id: number): Promise<void> {
  // subscriptions_replaced_by (replaced_by_id)
  await ctx.db
    .updateTable('subscriptions')
    .set({ endedOn: null, replacedById: null })
    .where('replacedById', '=', id)
    .execute();
  // discounts_subscription (subscription_id)
  await ctx.db.deleteFrom('discounts').where('subscriptionId', '=', id).execute();
  await ctx.db.deleteFrom('subscriptions').where('id', '=', id).execute();
}
