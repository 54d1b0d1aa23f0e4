import { sql } from 'kysely';
import type { z } from 'zod';
import { eligible } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { productsApi } from '../api/products.ts';
import { takers } from '../subscribing/takers.ts';

type Output = z.output<(typeof productsApi)['GET /api/products/{id}/result']['output']>;

const MONTHS = 12;

/**
 * What a product brought in the last twelve months. A newer version in place of an earlier one is
 * neither taken nor left.
 */
export async function showResult(ctx: Ctx, { id }: { id: number }): Promise<Result<Output>> {
  // products_pkey, product_versions_product_id_version_key (product_id, version)
  const { rows: found } = await sql<{ eligibility: unknown[]; currency: string }>`
    select p.eligibility, v.currency from products p
    join   product_versions v on v.product_id = p.id
    where  p.id = ${id} order by v.version desc limit 1`.execute(ctx.db);
  const [product] = found;
  if (!product) return fail('billing.no_such_version');
  const months = await readMonths(ctx, id);
  const rules = product.eligibility.length > 0 ? JSON.stringify(product.eligibility) : null;
  return ok({ currency: product.currency, months, eligible: await countEligible(ctx, rules) });
}

async function readMonths(ctx: Ctx, id: number): Promise<Output['months']> {
  // subscriptions_product (product_version_id)
  const { rows } = await sql<Output['months'][number]>`
    with months as (
      select m::date as month, (m + interval '1 month')::date as next
      from   generate_series(date_trunc('month', ${today(ctx)}::date)
                               - ${MONTHS - 1} * interval '1 month',
                             ${today(ctx)}::date, interval '1 month') m),
    held as (
      select s.id, s.started_on, s.ended_on, s.replaced_by_id,
             coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as fee
      from   product_versions v join subscriptions s on s.product_version_id = v.id
      where  v.product_id = ${id}),
    moved as (select h.replaced_by_id as id from held h where h.replaced_by_id is not null)
    select m.month,
           count(*) filter (where h.started_on >= m.month and h.started_on < m.next
                            and h.id not in (select id from moved)) as takes,
           count(*) filter (where h.ended_on >= m.month and h.ended_on < m.next
                            and coalesce(h.replaced_by_id not in (select id from held), true))
             as leaves,
           count(*) filter (where h.in_force) as held,
           coalesce(round(avg(h.fee) filter (where h.in_force)), 0)::bigint as average_fee_minor
    from   months m
    left   join lateral (
      select held.*, coalesce(started_on < m.next, true)
                     and (ended_on is null or ended_on >= m.next) as in_force
      from   held) h on true
    group  by m.month order by m.month desc`.execute(ctx.db);
  return rows;
}

/** Reads everybody once: asked for one product at a time, by whoever shapes what is sold. */
async function countEligible(ctx: Ctx, rules: string | null): Promise<Output['eligible']> {
  const isOpen = sql`a.state <> 'closed'`;
  const may = rules === null ? sql`true` : eligible(sql`${rules}::jsonb`, sql`t`);
  const from = rules === null ? sql`select from accounts a where ${isOpen}` : null;
  const { rows } = await sql<Output['eligible']>`
    with taker as (${from ?? takers(today(ctx), isOpen)})
    select count(*) filter (where ${may}) as accounts, count(*) as "of" from taker t`.execute(
    ctx.db,
  );
  return rows[0] ?? { accounts: 0, of: 0 };
}
