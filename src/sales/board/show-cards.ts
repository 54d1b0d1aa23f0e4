import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { boardApi } from '../api/board.ts';
import { cardColumns, cardJoins, type CardRow, isShown, readSums, unveiled } from './board-rows.ts';

type Route = (typeof boardApi)['POST /api/deal-board/cards'];

/** What became of some cards: a board that hears of them takes away those that do not come back. */
export async function showCards(
  ctx: Ctx,
  { pipelineId, ids, ...shown }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  // deals_pkey
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from   deals d ${cardJoins}
    where  d.id = any(${ids}::bigint[]) and d.pipeline_id = ${pipelineId}
    and    ${isShown(ctx, shown)}`.execute(ctx.db);
  return ok({ deals: await unveiled(ctx, rows), sums: await readSums(ctx, pipelineId, shown) });
}
