import { sql } from 'kysely';
import { eligible } from '../../catalog/index.ts';
import type { EligibilityRule, Product } from '../../catalog/api.ts';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { Account } from '../find-account.ts';
import { takers } from './takers.ts';

export type Version = {
  id: number;
  productId: number;
  kind: Product['kind'];
  name: string;
  eligibility: EligibilityRule[];
  monthlyFeeMinor: number;
};

/**
 * A version that is sold on a day in the account's currency; null where there is none.
 * @param isAgreed it was agreed on in writing, and is given even if it is sold no longer
 */
export async function findVersion(
  ctx: Ctx,
  account: Account,
  id: number,
  on: string,
  isAgreed = false,
): Promise<Version | null> {
  // product_versions_pkey
  const { rows } = await sql<Version>`
    select v.id, v.product_id, p.name, p.kind, p.eligibility, v.monthly_fee_minor
    from   product_versions v join products p on p.id = v.product_id
    where  v.id = ${id} and (p.archived_at is null or ${isAgreed}) and v.currency = ${account.currency}
    and    v.valid_from <= ${on}`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Who may not take it, unless somebody may put right what is charged. */
export async function refuseIneligible(
  ctx: Ctx,
  accountId: number,
  { eligibility }: Version,
  on: string,
): Promise<Fail | null> {
  if (eligibility.length === 0 || reachOf(ctx.actor, 'billing.adjust')) return null;
  const rules = sql`${JSON.stringify(eligibility)}::jsonb`;
  const { rows } = await sql<{ isEligible: boolean }>`
    with taker as (${takers(on, sql`a.id = ${accountId}`)})
    select ${eligible(rules, sql`t`)} as is_eligible from taker t`.execute(ctx.db);
  return rows[0]?.isEligible ? null : fail('billing.not_eligible');
}

/**
 * Nobody has one product twice, nor one to come beside one that goes on; of equipment there may be
 * several.
 */
export async function refuseSecond(
  ctx: Ctx,
  accountId: number,
  { productId, kind }: Version,
  startedOn: string,
): Promise<Fail | null> {
  if (kind === 'equipment') return null;
  // subscriptions_account (account_id)
  const { rows } = await sql`
    select from subscriptions s join product_versions v on v.id = s.product_version_id
    where  s.account_id = ${accountId} and v.product_id = ${productId}
    and    (s.ended_on is null or s.ended_on > ${startedOn}) limit 1`.execute(ctx.db);
  return rows.length > 0 ? fail('billing.has_it_already') : null;
}
