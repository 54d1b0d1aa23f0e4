import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';
import { lockOpenAudit } from './lock-audit.ts';

type Route = (typeof auditsApi)['PUT /api/quality-audits/{id}/findings/{point}'];

/** Says what was found at a point of an audit that is under way. */
export async function recordFinding(
  ctx: Ctx,
  { id, point, answer, words }: z.output<Route['input']>,
): Promise<Result<{ id: number }>> {
  const locked = await lockOpenAudit(ctx, id, point);
  if (!locked.ok) return locked;
  await ctx.db
    .insertInto('qualityFindings')
    .values({ auditId: id, point, answer, words })
    .onConflict((conflict) => conflict.columns(['auditId', 'point']).doUpdateSet({ answer, words }))
    .execute();
  return ok({ id });
}
