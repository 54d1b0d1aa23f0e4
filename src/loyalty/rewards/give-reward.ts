import { sql } from 'kysely';
import { giveForPoints, giveDiscount, subscribe } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { lent } from '../lent.ts';
import type { RunningAccount } from '../account-for.ts';
import { refuseCharged, type Reward } from './reward-rows.ts';

/** What was given, and what it costs us. */
export type Given = {
  costMinor: number;
  accountId: number | null;
  discountId: number | null;
  subscriptionId: number | null;
  /** Of money on the account. */
  creditTransactionId: number | null;
  endsOn: string | null;
};

const WHOLE = 10_000;
const MONTH_DAYS = 30;
const nothing = {
  accountId: null,
  discountId: null,
  subscriptionId: null,
  creditTransactionId: null,
  endsOn: null,
};

/**
 * Does what a reward says, on the account that brings most or the one that is asked for.
 * @param redemptionId money is given once for each
 */
export async function giveReward(
  ctx: Ctx,
  reward: Reward,
  account: RunningAccount | null,
  redemptionId: number,
): Promise<Result<Given>> {
  const { kind, name, value, days } = reward;
  if (kind === 'goods' || kind === 'coupon') return ok({ ...nothing, costMinor: value });
  if (!account) return fail('loyalty.no_account');
  const helper = withRights(ctx, lent);
  const fromOn = today(ctx);
  const { id, monthlyMinor, tariffId } = account;
  const lasts = { id, fromOn, toOn: daysAfter(fromOn, days - 1), words: name };
  const share = (minor: number): number => Math.round((minor * days) / MONTH_DAYS);
  if (kind === 'speed') return speedUp(helper, reward, id, share);
  if (kind === 'airtime') {
    const key = `money for points ${redemptionId}`;
    const { currency } = ctx.operator;
    const put = await giveForPoints(helper, { id, amountMinor: value, currency, key });
    if (!put.ok) return put;
    const creditTransactionId = put.value.transactionId;
    return ok({ ...nothing, costMinor: value, accountId: id, creditTransactionId });
  }
  // Days of service are days of the tariff that cost nothing.
  const percent = kind === 'service_days' ? WHOLE : value * 100;
  const free = kind === 'service_days' ? await afterFree(ctx, tariffId, days) : {};
  const made = await giveDiscount(helper, { ...lasts, kind: 'percent', value: percent, ...free });
  if (!made.ok) return made;
  const costMinor = Math.round((share(monthlyMinor) * percent) / WHOLE);
  return ok({ ...nothing, costMinor, accountId: id, discountId: made.value.id });
}

/** Days that cost nothing begin when those that do already are over. */
async function afterFree(ctx: Ctx, subscriptionId: number, days: number) {
  // discounts_subscription (subscription_id)
  const { rows } = await sql<{ endOn: string | null }>`
    select max(to_on) as end_on from discounts
    where  subscription_id = ${subscriptionId} and kind = 'percent' and value = ${WHOLE}
    and    to_on > ${today(ctx)}`.execute(ctx.db);
  const fromOn = rows[0]?.endOn ?? today(ctx);
  return { subscriptionId, fromOn, toOn: daysAfter(fromOn, days - 1) };
}

/**
 * Switches a product on that costs nothing as long as it is on; the night switches it off after its
 * days.
 */
async function speedUp(
  ctx: Ctx,
  { productVersionId, days, name }: Reward,
  id: number,
  share: (minor: number) => number,
): Promise<Result<Given>> {
  if (productVersionId === null) return fail('loyalty.no_such_product');
  const dear = await refuseCharged(ctx, productVersionId);
  if (dear) return dear;
  const made = await subscribe(ctx, { id, productVersionId, from: 'today', isConfirmed: true });
  if (!made.ok) return made;
  const subscriptionId = made.value.id;
  const fromOn = today(ctx);
  const given = await giveDiscount(ctx, {
    id,
    subscriptionId,
    kind: 'percent',
    value: WHOLE,
    fromOn,
    words: name,
  });
  if (!given.ok) return given;
  // product_versions_pkey
  const { rows } = await sql<{ costMinor: number | null }>`
    select cost_minor from product_versions where id = ${productVersionId}`.execute(ctx.db);
  return ok({
    ...nothing,
    costMinor: share(rows[0]?.costMinor ?? 0),
    accountId: id,
    discountId: given.value.id,
    subscriptionId,
    endsOn: daysAfter(fromOn, days),
  });
}
