import { type RawBuilder, sql } from 'kysely';
import { newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { due } from '../charging/due.ts';
import { openCases } from './open-cases.ts';
import type { Window } from './window.ts';

const MOST_TARIFFS = 200;

/** As which version stands what an account has now, at its own price. */
export const NOW = 0;

/**
 * Prices what accounts really used, by the same SQL that charges them, as if they had had each
 * tariff of the catalogue that they may take, and as they have it now. In temporary tables of this
 * transaction stand `advice_cases` and `advice_costs`, a row a tariff and month; what is subscribed
 * to beside is not counted in.
 * @param which a condition on `accounts a`
 */
export async function priceTariffs(
  ctx: Ctx,
  window: Window,
  which: RawBuilder<unknown>,
): Promise<void> {
  await sql`create temporary table if not exists advice_costs (account_id bigint, service text,
    version_id bigint, month date, minor bigint, usage_minor bigint) on commit drop`.execute(
    ctx.db,
  );
  await sql`truncate advice_costs`.execute(ctx.db);
  for (const { service, currency } of await openCases(ctx, window, which)) {
    const group = sql`c.service = ${service} and c.currency = ${currency} and c.months > 0`;
    await priceOne(ctx, window, service, group, NOW);
    for (const versionId of await offeredVersions(ctx, service, currency, window.on)) {
      await priceOne(ctx, window, service, sql`${group} and ${isOther(versionId)}`, versionId);
    }
  }
  await sql`analyze advice_costs`.execute(ctx.db);
}

/** What is sold today of a service: of each tariff the newest version. */
async function offeredVersions(
  ctx: Ctx,
  service: string,
  currency: string,
  on: string,
): Promise<number[]> {
  // product_versions_product_id_version_key (product_id, version)
  const { rows } = await sql<{ id: number }>`
    select v.id from products p
    cross  join ${newestInForce(on)} v
    where  p.kind = 'tariff' and p.archived_at is null and p.service = ${service}
    and    v.currency = ${currency}
    order  by v.id limit ${MOST_TARIFFS}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/**
 * Whether it is not just what the account has, and can be priced: what is paid for by measure
 * cannot, where nothing was ever measured.
 */
const isOther = (versionId: number): RawBuilder<unknown> => sql`
  (c.version_id <> ${versionId} or c.own_fee_minor is not null)
  and (c.is_measured or not exists (
    select from usage_rates q where q.product_version_id = ${versionId} and q.price_minor > 0))`;

async function priceOne(
  ctx: Ctx,
  { terms }: Window,
  service: string,
  which: RawBuilder<unknown>,
  versionId: number,
): Promise<void> {
  // Nobody has a subscription below zero, so a discount on one's own goes with it; and no two
  // accounts have one of the same number, for what is included is counted by subscription.
  const plan =
    versionId === NOW
      ? sql`c.subscription_id, c.account_id, c.version_id, c.own_fee_minor`
      : sql`-c.account_id, c.account_id, ${versionId}::bigint, null::bigint`;
  // subscriptions_account (account_id), product_versions_pkey
  await sql`
    with cases as materialized (select c.* from advice_cases c where ${which}),
    charge_scope as materialized (
      select account_id, currency, false as is_postpaid, from_at, null::timestamptz as until_at,
             null::timestamptz as resumes_at
      from   cases),
    plans (id, account_id, product_version_id, monthly_fee_minor, started_on, ended_on, is_moved)
      as materialized (
      select ${plan}, null::date, null::date, false from cases c
      union  all
      select s.id, s.account_id, s.product_version_id, s.monthly_fee_minor, s.started_on,
             s.ended_on, s.is_moved
      from   cases c
      join   subscriptions s on s.account_id = c.account_id
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id
      where  p.kind <> 'tariff' or p.service <> ${service}),
    ${due(terms, sql`plans`)}
    insert into advice_costs
    select c.account_id, c.service, ${versionId}, m.month, coalesce(sum(d.amount), 0),
           coalesce(sum(d.amount) filter (where d.kind = 'usage'), 0)
    from   cases c
    join   months m on m.month >= c.first_month
    left   join due d on d.account_id = c.account_id and d.month = m.month
           and (d.kind = 'usage' or d.kind = 'fee' and d.subscription_id =
                ${versionId === NOW ? sql`c.subscription_id` : sql`-c.account_id`})
    group  by c.account_id, c.service, m.month`.execute(ctx.db);
}
