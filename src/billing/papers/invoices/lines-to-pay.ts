import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { today } from '../../../subscribers/index.ts';
import type { ServiceLine } from '../content.ts';

type Asked = {
  of: 'sum' | 'months' | 'debt';
  amountMinor?: number | undefined;
  months?: number | undefined;
};

const line = (kind: ServiceLine['kind'], amountMinor: number): ServiceLine => ({
  kind,
  product: null,
  meter: null,
  words: '',
  quantity: 1,
  unit: 'service',
  amountMinor,
});

/** What an invoice is for; nothing where there is nothing to be paid. */
export async function linesToPay(
  ctx: Ctx,
  accountId: number,
  asked: Asked,
): Promise<ServiceLine[]> {
  if (asked.of === 'sum') return [line('advance', asked.amountMinor ?? 0)];
  if (asked.of === 'months') return monthsAhead(ctx, accountId, asked.months ?? 1);
  const debtMinor = await debtOf(ctx, accountId);
  return debtMinor > 0 ? [line('debt', debtMinor)] : [];
}

async function debtOf(ctx: Ctx, accountId: number): Promise<number> {
  // ledger_accounts_account (account_id), ledger_balances_pkey
  const { rows } = await sql<{ debt: number }>`
    select -b.balance_minor as debt
    from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
    where  l.account_id = ${accountId}`.execute(ctx.db);
  return rows[0]?.debt ?? 0;
}

/** Every service that goes on, at the monthly price that holds today, discounts taken off. */
async function monthsAhead(ctx: Ctx, accountId: number, months: number): Promise<ServiceLine[]> {
  const day = today(ctx);
  // subscriptions_account (account_id), discounts_account (account_id), then primary keys
  const { rows } = await sql<{ product: string; feeMinor: number }>`
    select p.name as product,
           round(discounted(coalesce(s.monthly_fee_minor, v.monthly_fee_minor)::numeric,
                            d.percents, d.sums))::bigint as fee_minor
    from   subscriptions s
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    cross  join lateral (
      select array_agg(g.value order by g.id) filter (where g.kind = 'percent') as percents,
             sum(g.value) filter (where g.kind = 'sum') as sums
      from   discounts g
      where  g.account_id = s.account_id
      and    (g.subscription_id is null or g.subscription_id = s.id)
      and    g.from_on <= ${day}::date and coalesce(g.to_on, 'infinity') > ${day}::date) d
    where  s.account_id = ${accountId}
    and    coalesce(s.started_on, '-infinity') <= ${day}::date
    and    coalesce(s.ended_on, 'infinity') > ${day}::date
    order  by p.kind <> 'tariff', s.id`.execute(ctx.db);
  return rows
    .filter(({ feeMinor }) => feeMinor > 0)
    .map(({ product, feeMinor }) => ({
      ...line('fee', feeMinor * months),
      product,
      quantity: months,
      unit: 'month' as const,
    }));
}
