import { sql } from 'kysely';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { dealOfConversation } from '../deals/deal-of-conversation.ts';
import { openDealIn } from '../deals/create-deal.ts';
import { findFirstStage } from '../deals/enter-stage.ts';
import { decideLead } from './decide-lead.ts';
import { lockNewLead } from './lead-rows.ts';

type Input = { id: number; version: number; pipelineId?: number | undefined };

/**
 * Makes a deal of a lead with all that it knows: each of its columns is one of deals, too. Where a
 * deal of the same conversation goes on, the lead is attached to that.
 */
export async function acceptLead(
  ctx: Ctx,
  { id, version, pipelineId }: Input,
): Promise<Result<{ dealId: number }>> {
  const locked = await lockNewLead(ctx, { id, version });
  if (!locked.ok) return locked;
  const going = await goingOn(ctx, locked.value.conversationId);
  if (!going.ok) return going;
  if (going.value) {
    await decideLead(ctx, locked.value, { state: 'attached', dealId: going.value.id });
    return ok({ dealId: going.value.id });
  }
  const { id: _, version: __, state: ___, ownerStaffId, teamId, ...known } = locked.value;
  const stage = await findFirstStage(ctx, pipelineId);
  if (!stage) return fail('sales.no_such_pipeline');
  const whose = {
    ownerStaffId: staffIdOf(ctx.actor) ?? ownerStaffId,
    teamId: teamId ?? teamIdOf(ctx.actor),
  };
  const opened = await openDealIn(ctx, stage, { ...known, ...whose });
  if (!opened.ok) return opened;
  const dealId = opened.value.id;
  await decideLead(ctx, locked.value, { state: 'accepted', dealId });
  return ok({ dealId });
}

/** The open deal of the lead's conversation, which is locked against a sale that begins there. */
async function goingOn(
  ctx: Ctx,
  conversationId: number | null,
): Promise<Result<{ id: number } | null>> {
  if (conversationId === null) return ok(null);
  // conversations_pkey: one that was merged is locked by what it was merged into, as everywhere
  await sql`
    select from conversations
    where  id = (select coalesce(root_id, id) from conversations where id = ${conversationId})
    for    update`.execute(ctx.db);
  return dealOfConversation(ctx, conversationId);
}
