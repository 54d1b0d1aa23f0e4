import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { openDealIn } from '../deals/create-deal.ts';
import { findFirstStage } from '../deals/enter-stage.ts';
import { decideLead } from './decide-lead.ts';
import { lockNewLead } from './lead-rows.ts';

type Input = { id: number; version: number; pipelineId?: number | undefined };

/** Makes a deal of a lead with all that it knows: each of its columns is one of deals, too. */
export async function acceptLead(
  ctx: Ctx,
  { id, version, pipelineId }: Input,
): Promise<Result<{ dealId: number }>> {
  const locked = await lockNewLead(ctx, { id, version });
  if (!locked.ok) return locked;
  const { id: _, version: __, state: ___, ownerStaffId, teamId, ...known } = locked.value;
  const stage = await findFirstStage(ctx, pipelineId);
  if (!stage) return fail('sales.no_such_pipeline');
  const acting = 'staffId' in ctx.actor ? ctx.actor.staffId : null;
  const own = 'teamId' in ctx.actor ? ctx.actor.teamId : null;
  const whose = { ownerStaffId: acting ?? ownerStaffId, teamId: teamId ?? own };
  const opened = await openDealIn(ctx, stage, { ...known, ...whose });
  if (!opened.ok) return opened;
  const dealId = opened.value.id;
  await decideLead(ctx, locked.value, { state: 'accepted', dealId });
  return ok({ dealId });
}
