import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { DealFields } from '../api/shapes.ts';
import { checkFields } from './check-fields.ts';
import { findStage, missingFor, refuseEmptied } from './enter-stage.ts';
import { lockDeal } from './lock-deal.ts';
import { overlaid } from './values.ts';
import { writeDeal } from './write-deal.ts';

type Input = DealFields & { id: number; version: number; stageId: number };

/** Moves an open deal to a stage of any pipeline, with what that stage asks for filled in. */
export async function moveDeal(
  ctx: Ctx,
  { id, version, stageId, ...given }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  const before = locked.value;
  if (before.state !== 'open') return fail('sales.deal_closed');
  const stage = await findStage(ctx, stageId);
  if (!stage) return fail('sales.no_such_stage');
  const checked = await checkFields(ctx, given);
  if (!checked.ok) return checked;
  const filled = overlaid(before, checked.value);
  const after = { ...filled, stageId, pipelineId: stage.pipelineId };
  if (stageId === before.stageId) {
    const emptied = await refuseEmptied(ctx, before, after);
    return emptied ?? ok({ id, version: await writeDeal(ctx, before, after) });
  }
  const missing = missingFor(stage, after);
  if (missing) return missing;
  return ok({ id, version: await writeDeal(ctx, before, after, { stage }) });
}
