import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { findStage } from '../deals/enter-stage.ts';
import { moveAll } from '../deals/move-all.ts';

/**
 * Leaves no open deal in stages that go out of use, which their caller has locked.
 * @param toStageId where they go, irrespective of what that stage asks for; null: there are none
 */
export async function clearStages(
  ctx: Ctx,
  ids: readonly number[],
  toStageId: number | null,
): Promise<Result<Done>> {
  if (toStageId === null) {
    // deals_board (stage_id, entered_stage_at desc, id desc) where state = 'open'
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from deals
      where  stage_id = any(${[...ids]}::bigint[]) and state = 'open'`.execute(ctx.db);
    const count = rows[0]?.count ?? 0;
    return count === 0 ? ok({}) : fail('sales.deals_stand_here', { count });
  }
  const stage = ids.includes(toStageId) ? undefined : await findStage(ctx, toStageId);
  if (!stage) return fail('sales.no_such_stage', {}, { dealsToStageId: 'sales.no_such_stage' });
  await moveAll(ctx, ids, stage);
  return ok({});
}
