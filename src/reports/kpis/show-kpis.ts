import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { kpisApi } from '../api/kpis.ts';
import { lastNight } from '../night/last-night.ts';
import { kpiKeys, kpis } from './kpis.ts';
import { monthsTo } from './months.ts';
import { readMonths } from './read-months.ts';

type Route = (typeof kpisApi)['GET /api/kpis'];

/** Every figure, month by month, of all or of one value of a dimension. */
export async function showKpis(
  ctx: Ctx,
  { months: count, dimension, value }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const night = await lastNight(ctx);
  const { currency } = ctx.operator;
  if (!night) return ok({ currency, counted: null, months: [], kpis: [] });
  const months = monthsTo(night.through, count);
  const slice = dimension ? { dimension, value } : { dimension: 'all', value: '' };
  const read = await readMonths(ctx, slice, months);
  return ok({
    currency,
    counted: night,
    months,
    kpis: kpiKeys.flatMap((key) => {
      const { unit, good, of, dimensions } = kpis[key];
      const isOf = !dimension || dimensions.some((one) => one === dimension);
      return isOf ? [{ key, unit, good, dimensions: [...dimensions], values: read.map(of) }] : [];
    }),
  });
}
