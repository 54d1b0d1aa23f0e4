import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseConnected } from '../connecting/refuse-connected.ts';
import { findFirstStage, findStage } from './enter-stage.ts';
import { lockDeal } from './lock-deal.ts';
import { writeDeal } from './write-deal.ts';

type Input = { id: number; version: number; reason: string };

/**
 * Opens again what was won or lost, where it stood, or at the beginning where that stage is used no
 * longer; its time in the stage begins anew. One that was connected stays
 * won: its account is charged, and would be left without a sale.
 */
export async function reopenDeal(
  ctx: Ctx,
  { id, version, reason }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  const before = locked.value;
  if (before.state === 'open') return fail('sales.deal_open');
  const refused = await refuseConnected(ctx, id);
  if (refused) return refused;
  const stage =
    (await findStage(ctx, before.stageId)) ??
    (await findFirstStage(ctx, before.pipelineId)) ??
    (await findFirstStage(ctx));
  if (!stage) return fail('sales.no_such_stage');
  const place = { stageId: stage.id, pipelineId: stage.pipelineId };
  const closed = { state: 'open' as const, lostReasonId: null, lostNote: '' };
  const after = { ...before, ...place, ...closed };
  return ok({ id, version: await writeDeal(ctx, before, after, { stage, reason }) });
}
