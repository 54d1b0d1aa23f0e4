import { type RawBuilder, sql } from 'kysely';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, type Fail } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { postOnce } from '../charging/post-once.ts';
import type { Account } from '../find-account.ts';
import { spokenDay } from '../spoken.ts';
import { tellOfAccount } from '../tell-of-account.ts';

/** What becomes of the fee for leaving early; it is waived for a reason alone. */
export type Leaving = { leavingFee: 'charged' | 'waived'; words: string };

/**
 * The first day on which a subscription `s` of a version `v` may be left for nothing, null where it
 * may be at once: it has begun, and what was promised for it is not over on the day given.
 */
export const boundUntil = (day: string): RawBuilder<string | null> => sql`
  case when v.leaving_fee_minor > 0 and s.started_on <= ${day}
       and (s.started_on + v.least_months * interval '1 month')::date > ${day}
       then (s.started_on + v.least_months * interval '1 month')::date end`;

type Bound = { subscriptionId: number; product: string; untilOn: string; feeMinor: number };

export const sumOf = (bound: readonly Bound[]): number =>
  bound.reduce((total, { feeMinor }) => total + feeMinor, 0);

/** The subscriptions of an account that cost a fee when that day is the first without them. */
export async function boundOf(
  ctx: Ctx,
  accountId: number,
  day: string = today(ctx),
): Promise<Bound[]> {
  // subscriptions_account (account_id)
  const { rows } = await sql<Bound>`
    select * from (
      select s.id as subscription_id, p.name as product, ${boundUntil(day)} as until_on,
             v.leaving_fee_minor as fee_minor
      from   subscriptions s
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id
      where  s.account_id = ${accountId} and (s.ended_on is null or s.ended_on > ${day})) b
    where  until_on is not null
    order  by subscription_id`.execute(ctx.db);
  return rows;
}

/** What leaving accounts costs on a day, the first without them; of those that cost something. */
export async function leavingFeesOf(
  ctx: Ctx,
  accountIds: readonly number[],
  day: string,
): Promise<ReadonlyMap<number, number>> {
  const fees = new Map<number, number>();
  for (const id of accountIds) {
    const sum = sumOf(await boundOf(ctx, id, day));
    if (sum > 0) fees.set(id, sum);
  }
  return fees;
}

/** Why a fee cannot be waived, if it cannot. */
export function refuseWaiver(ctx: Ctx, bound: readonly Bound[], leaving: Leaving): Fail | null {
  if (bound.length === 0 || leaving.leavingFee === 'charged') return null;
  if (reachOf(ctx.actor, 'billing.adjust') === null) return fail('billing.may_not_waive');
  return leaving.words === '' ? fail('billing.waiver_needs_words') : null;
}

/** Charges what leaving early costs, once for each subscription, or writes down why it does not. */
export async function settleLeaving(
  ctx: Ctx,
  account: Account,
  bound: readonly Bound[],
  { leavingFee, words }: Leaving,
): Promise<void> {
  const { t } = textsIn(ctx.operator.language);
  const own = { ...ctx, language: ctx.operator.language };
  for (const { product, untilOn, feeMinor } of bound) {
    if (leavingFee === 'charged') {
      const line = t('billing:service.leftEarly', {
        product,
        on: spokenDay(own, untilOn),
      });
      await postOnce(ctx, account, { amountMinor: feeMinor, words: line });
    } else {
      await tellOfAccount(ctx, 'billing.leaving_fee_waived', account, {
        product,
        amountMinor: feeMinor,
        currency: account.currency,
        words,
      });
    }
  }
}
