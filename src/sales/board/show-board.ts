import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { boardApi } from '../api/board.ts';
import { readSums } from './board-rows.ts';
import { readColumn } from './read-column.ts';

type Route = (typeof boardApi)['GET /api/deal-board'];

/** The whole first look: every column's sums and first cards. */
export async function showBoard(
  ctx: Ctx,
  { pipelineId: asked, ...shown }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const pipelineId = asked ?? (await firstPipeline(ctx));
  if (pipelineId === undefined) return fail('sales.no_such_pipeline');
  const sums = await readSums(ctx, pipelineId, shown);
  if (sums.length === 0) return fail('sales.no_such_pipeline');
  const columns = await Promise.all(
    sums.map(async ({ stageId }) => ({
      stageId,
      ...(await readColumn(ctx, Number(stageId), shown, null)),
    })),
  );
  return ok({ pipelineId, currency: ctx.operator.currency, sums, columns });
}

async function firstPipeline(ctx: Ctx): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('pipelines')
    .select('id')
    .where('archivedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id;
}
