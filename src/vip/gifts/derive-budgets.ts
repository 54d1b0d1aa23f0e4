import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tiers } from '../kinds.ts';
import { countByTier } from '../occasions/occasion-rows.ts';
import { loadGiftSettings, perOccasion } from './settings.ts';
import { firstOf, lastOf } from './show-plan.ts';

/**
 * Makes a month's budget of its occasions and what each may cost by tier. A line that somebody has
 * set stays as it is.
 */
export async function deriveBudgets(
  ctx: Ctx,
  { month }: { month: string },
): Promise<Result<{ set: number }>> {
  if (month !== firstOf(month)) return fail('vip.no_month', {}, { month: 'vip.no_month' });
  const days = await countByTier(ctx, { from: month, to: lastOf(month) });
  const costs = perOccasion(await loadGiftSettings(ctx));
  const sums = tiers.map((tier) => days[tier] * costs[tier]);
  // A line that stands at nothing and that nobody has set was made by an approval alone.
  const { rows } = await sql<{ tier: string }>`
    insert into vip_budgets as b (month, tier, amount_minor)
    select ${month}::date, g.tier, g.amount
    from   unnest(${[...tiers]}::text[], ${sums}::bigint[]) as g (tier, amount)
    on     conflict (month, tier) do update
    set    amount_minor = excluded.amount_minor, version = b.version + 1
    where  b.amount_minor = 0 and not b.is_set and excluded.amount_minor > 0
    returning tier`.execute(ctx.db);
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'vip.budgets_derived', subject, facts: { on: month } });
  return ok({ set: rows.length });
}
