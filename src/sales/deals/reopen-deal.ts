import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseConnected } from '../connecting/refuse-connected.ts';
import { findStage } from './enter-stage.ts';
import { lockDeal } from './lock-deal.ts';
import { writeDeal } from './write-deal.ts';

type Input = { id: number; version: number };

/**
 * Opens again what was won or lost; its time in the stage begins anew. One that was connected stays
 * won: its account is charged, and would be left without a sale.
 */
export async function reopenDeal(
  ctx: Ctx,
  { id, version }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  const before = locked.value;
  if (before.state === 'open') return fail('sales.deal_open');
  const refused = await refuseConnected(ctx, id);
  if (refused) return refused;
  const stage = await findStage(ctx, before.stageId);
  const after = { ...before, state: 'open' as const, lostReasonId: null, lostNote: '' };
  return ok({ id, version: await writeDeal(ctx, before, after, stage) });
}
