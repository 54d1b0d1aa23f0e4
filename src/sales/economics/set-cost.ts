import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { economicsApi } from '../api/economics.ts';
import { thisMonth } from '../months.ts';
import { writeCost } from './write-cost.ts';

type Input = z.output<(typeof economicsApi)['PUT /api/sales-costs']['input']>;

/** Writes down what a month has cost, in place of what was written before; nothing removes it. */
export async function setCost(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const { month, sourceId } = input;
  if (month > thisMonth(ctx)) {
    return fail('sales.month_ahead', {}, { month: 'sales.month_ahead' });
  }
  if (sourceId !== null && !(await isSource(ctx, sourceId))) {
    return fail('sales.no_such_source', {}, { sourceId: 'sales.no_such_source' });
  }
  await writeCost(ctx, input);
  return ok({});
}

async function isSource(ctx: Ctx, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('leadSources')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
