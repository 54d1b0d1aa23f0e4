import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { giftsApi } from '../api/gifts.ts';
import { firstOf } from './show-plan.ts';

type Input = z.output<(typeof giftsApi)['PUT /api/vip-budgets']['input']>;

/** Sets what the gifts of a month may cost for a tier; what was approved already stays. */
export async function setBudget(
  ctx: Ctx,
  { month, tier, amountMinor, version }: Input,
): Promise<Result<{ version: number }>> {
  if (month !== firstOf(month)) return fail('vip.no_month', {}, { month: 'vip.no_month' });
  const stored =
    version === null
      ? await ctx.db
          .insertInto('vipBudgets')
          .values({ month, tier, amountMinor, isSet: true })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await ctx.db
          .updateTable('vipBudgets')
          .set({ amountMinor, isSet: true, version: version + 1 })
          .where('month', '=', month)
          .where('tier', '=', tier)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  if (!stored) return fail('vip.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  const facts = { on: month, tier, amountMinor };
  await emit(ctx, { type: 'vip.budget_set', subject, facts });
  return ok(stored);
}
