import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tier } from '../kinds.ts';

export type BudgetLine = { month: string; tier: Tier };

/**
 * What is left of a budget, with its line locked until the transaction ends: whoever approves
 * beside it waits, and then sees what was taken.
 */
export async function lockBudget(ctx: Ctx, { month, tier }: BudgetLine): Promise<number> {
  await sql`
    insert into vip_budgets (month, tier) values (${month}::date, ${tier})
    on     conflict do nothing`.execute(ctx.db);
  // vip_budgets_pkey
  const { rows: lines } = await sql<{ amountMinor: number }>`
    select amount_minor from vip_budgets
    where  month = ${month}::date and tier = ${tier} for update`.execute(ctx.db);
  // vip_gifts_month (month, tier)
  const { rows: gifts } = await sql<{ spentMinor: number }>`
    select coalesce(sum(cost_minor), 0)::bigint as spent_minor from vip_gifts
    where  month = ${month}::date and tier = ${tier}
    and    state in ('approved', 'delivered')`.execute(ctx.db);
  return (lines[0]?.amountMinor ?? 0) - (gifts[0]?.spentMinor ?? 0);
}

/** Whoever counts a stock anew has to have seen what was taken meanwhile. */
const counted = sql`version = version + case when stock is null then 0 else 1 end`;

/** Takes a gift's things out of stock. @returns whether there were enough */
export async function takeStock(ctx: Ctx, itemId: number, count: number): Promise<boolean> {
  // vip_gift_items_pkey
  const { rows } = await sql`
    update vip_gift_items set stock = stock - ${count}::int, ${counted}
    where  id = ${itemId} and (stock is null or stock >= ${count}::int) returning id`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

export async function putBack(ctx: Ctx, itemId: number, count: number): Promise<void> {
  await sql`
    update vip_gift_items set stock = stock + ${count}::int, ${counted}
    where  id = ${itemId}`.execute(ctx.db);
}
