import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { readWorth } from '../../sales/index.ts';
import { today } from '../../subscribers/index.ts';
import type { kpisApi } from '../api/kpis.ts';
import { monthsTo } from './months.ts';

type Route = (typeof kpisApi)['GET /api/sales-worth'];

/** What a sale costs and brings, month by month. */
export async function showWorth(
  ctx: Ctx,
  { months: count }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const worth = new Map((await readWorth(ctx, count)).map((one) => [one.month, one]));
  const months = monthsTo(monthOf(today(ctx)), count);
  const told = months.map((month) => worth.get(month));
  return ok({
    currency: ctx.operator.currency,
    months,
    kpis: [
      {
        key: 'cac',
        unit: 'money',
        good: 'down',
        values: told.map((one) => one?.cacMinor ?? null),
      },
      {
        key: 'lifetime',
        unit: 'money',
        good: 'up',
        values: told.map((one) => one?.lifetimeMinor ?? null),
      },
      {
        key: 'payback',
        unit: 'months',
        good: 'down',
        values: told.map((one) => one?.paybackMonths ?? null),
      },
    ],
  });
}
