import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { serviceApi } from '../api/service.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { refuseStacked } from './refuse-stacked.ts';

const WHOLE_PERCENT = 10_000;

type Input = z.output<(typeof serviceApi)['POST /api/accounts/{id}/discounts']['input']>;

/**
 * Gives a discount from a day to a day. For days gone by what was charged too much comes back.
 */
export async function giveDiscount(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { id: accountId, subscriptionId = null, kind, value, fromOn, words } = input;
  const locked = await lockAccount(ctx, accountId, 'billing.adjust');
  if (!locked.ok) return locked;
  const refused = await refuse(ctx, input);
  if (refused) return refused;
  const toOn = input.toOn === undefined ? null : daysAfter(input.toOn, 1);
  const given = { subscriptionId, promotionId: null, kind, value, fromOn, toOn, words };
  const id = await insertDiscount(ctx, accountId, given);
  const stacked = await refuseStacked(ctx, accountId, subscriptionId);
  if (stacked) return stacked;
  await tellOfAccount(ctx, 'billing.discount_given', locked.value, {
    kind,
    value,
    fromOn,
    toOn: input.toOn ?? null,
  });
  await chargeAccounts(ctx, [accountId], fromOn);
  return ok({ id });
}

async function refuse(ctx: Ctx, input: Input): Promise<Fail | null> {
  if (input.toOn !== undefined && input.toOn < input.fromOn) {
    return fail('billing.wrong_discount', {}, { toOn: 'billing.wrong_discount' });
  }
  if (input.kind === 'percent' && input.value > WHOLE_PERCENT) {
    return fail('billing.wrong_discount', {}, { value: 'billing.wrong_discount' });
  }
  if (input.subscriptionId === undefined) return null;
  const found = await ctx.db
    .selectFrom('subscriptions')
    .select('id')
    .where('id', '=', input.subscriptionId)
    .where('accountId', '=', input.id)
    .executeTakeFirst();
  return found ? null : fail('billing.no_such_subscription');
}

/** `toOn` is the first day without it. @returns its id */
export async function insertDiscount(
  ctx: Ctx,
  accountId: number,
  discount: {
    subscriptionId: number | null;
    promotionId: number | null;
    bundleId?: number;
    kind: 'percent' | 'sum';
    value: number;
    fromOn: string;
    toOn: string | null;
    words: string;
  },
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('discounts')
    .values({
      accountId,
      ...discount,
      givenBy: staffIdOf(ctx.actor),
      givenAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Ends a discount, where it goes on if a change of price has moved it: from today on it is given no
 * longer.
 */
export async function endDiscount(
  ctx: Ctx,
  { id: accountId, discountId }: { id: number; discountId: number },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, accountId, 'billing.adjust');
  if (!locked.ok) return locked;
  const day = today(ctx);
  // discounts_pkey, discounts_moved_from (moved_from_id) where moved_from_id is not null
  const { rows } = await sql<{ id: number }>`
    with recursive moved as (
      select id from discounts where id = ${discountId} and account_id = ${accountId}
      union all
      select d.id from moved m join discounts d on d.moved_from_id = m.id)
    update discounts
    set    to_on = greatest(from_on, ${day}::date), ended_at = ${ctx.clock.now()},
           planned_to_on = to_on
    where  id in (select id from moved) and (to_on is null or to_on > ${day})
    returning id`.execute(ctx.db);
  if (rows.length === 0) return fail('billing.no_such_discount');
  await tellOfAccount(ctx, 'billing.discount_ended', locked.value);
  await chargeAccounts(ctx, [accountId]);
  return ok({});
}
