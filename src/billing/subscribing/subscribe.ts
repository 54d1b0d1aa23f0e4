import { sql } from 'kysely';
import type { z } from 'zod';
import { findPromotion } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { serviceApi } from '../api/service.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { nextMonthOf } from '../charging/open-scope.ts';
import { insertDiscount } from '../discounts/give-discount.ts';
import { type Account, lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';

type Input = z.output<(typeof serviceApi)['POST /api/accounts/{id}/subscriptions']['input']>;
type Version = { id: number; productId: number; name: string; monthlyFeeMinor: number };

/**
 * Subscribes an account to a version, in place of a subscription or besides. The day on which one
 * takes the place of another is the new one's: what was charged in advance for the old comes back,
 * and the new is charged, at once.
 */
export async function subscribe(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { id: accountId, replacesId, promotionId } = input;
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  if (locked.value.state === 'closed') return fail('billing.account_closed');
  const day = today(ctx);
  const startedOn = input.from === 'today' ? day : nextMonthOf(day);
  const version = await findVersion(ctx, locked.value, input.productVersionId, startedOn);
  if (!version) return fail('billing.no_such_version');
  const promotion = promotionId ? await findPromotion(ctx, promotionId, day) : null;
  const isOther = (promotion?.productId ?? version.productId) !== version.productId;
  if (promotionId && (!promotion || isOther)) return fail('billing.no_such_promotion');
  const refused =
    (replacesId && (await endReplaced(ctx, accountId, replacesId, startedOn))) ||
    (await refuseSecond(ctx, accountId, version, startedOn));
  if (refused) return refused;
  const { id } = await ctx.db
    .insertInto('subscriptions')
    .values({
      accountId,
      productVersionId: version.id,
      startedOn,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (replacesId) await noteReplaced(ctx, replacesId, id);
  if (promotion) {
    const { kind, value, name: words, lastsDays } = promotion;
    const toOn = lastsDays === null ? null : daysAfter(startedOn, lastsDays);
    const given = { subscriptionId: id, promotionId: promotionId ?? null, fromOn: startedOn };
    await insertDiscount(ctx, accountId, { ...given, kind, value, words, toOn });
  }
  await tellOfAccount(ctx, 'billing.subscribed', locked.value, {
    product: version.name,
    feeMinor: version.monthlyFeeMinor,
    currency: locked.value.currency,
    startedOn,
  });
  await chargeAccounts(ctx, [accountId]);
  return ok({ id });
}

async function findVersion(
  ctx: Ctx,
  account: Account,
  id: number,
  on: string,
): Promise<Version | null> {
  // product_versions_pkey
  const { rows } = await sql<Version>`
    select v.id, v.product_id, p.name, v.monthly_fee_minor
    from   product_versions v join products p on p.id = v.product_id
    where  v.id = ${id} and p.archived_at is null and v.currency = ${account.currency}
    and    v.valid_from <= ${on}`.execute(ctx.db);
  return rows[0] ?? null;
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

/** Nobody has one product twice, nor one to come beside one that goes on. */
async function refuseSecond(
  ctx: Ctx,
  accountId: number,
  { productId }: Version,
  startedOn: string,
): Promise<Fail | null> {
  // subscriptions_account (account_id)
  const { rows } = await sql`
    select from subscriptions s join product_versions v on v.id = s.product_version_id
    where  s.account_id = ${accountId} and v.product_id = ${productId}
    and    (s.ended_on is null or s.ended_on > ${startedOn}) limit 1`.execute(ctx.db);
  return rows.length > 0 ? fail('billing.has_it_already') : null;
}

/**
 * Ends a subscription from today on: this day is not charged any more, and whatever was to take its
 * place comes all the same. One that was only to begin is taken back, and what it was to take the
 * place of goes on, if that was not ended before.
 */
export async function unsubscribe(
  ctx: Ctx,
  { id: accountId, subscriptionId }: { id: number; subscriptionId: number },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  const day = today(ctx);
  const { rows } = await sql<{ startedOn: string | null; product: string }>`
    select s.started_on, p.name as product
    from   subscriptions s
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    where  s.id = ${subscriptionId} and s.account_id = ${accountId}
    and    (s.ended_on is null or s.ended_on > ${day})`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('billing.no_such_subscription');
  if (found.startedOn !== null && found.startedOn > day) {
    await takeBack(ctx, subscriptionId);
  } else {
    await ctx.db
      .updateTable('subscriptions')
      .set({ endedOn: day, replacedById: null })
      .where('id', '=', subscriptionId)
      .execute();
  }
  await tellOfAccount(ctx, 'billing.unsubscribed', locked.value, { product: found.product });
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
