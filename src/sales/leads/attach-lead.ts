import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../../subscribers/index.ts';
import { reaches } from '../reach.ts';
import { decideLead } from './decide-lead.ts';
import { lockNewLead } from './lead-rows.ts';

type Target = {
  subscriberId?: number | undefined;
  householdId?: number | undefined;
  dealId?: number | undefined;
};
type Input = Target & { id: number; version: number };

/** Says whose a lead is: somebody's, a household's, or of a deal that goes on already. */
export async function attachLead(
  ctx: Ctx,
  { id, version, ...target }: Input,
): Promise<Result<Done>> {
  const locked = await lockNewLead(ctx, { id, version });
  if (!locked.ok) return locked;
  const found = await findTarget(ctx, target);
  if (!found.ok) return found;
  await decideLead(ctx, locked.value, { state: 'attached', ...found.value });
  return ok({});
}

type Found = { subscriberId?: number; householdId?: number; dealId?: number };

async function findTarget(ctx: Ctx, target: Target): Promise<Result<Found>> {
  const { subscriberId, householdId, dealId } = target;
  if (dealId !== undefined) return findDeal(ctx, dealId);
  const member =
    householdId === undefined ? subscriberId : await memberOf(ctx, householdId, subscriberId);
  if (member === undefined) return fail('sales.nothing_to_attach');
  const found = await lockSubscriber(ctx, member, 'subscribers.view');
  if (!found.ok) return found;
  return ok(householdId === undefined ? { subscriberId: found.value.id } : { householdId });
}

/** A deal within reach; its subscriber is the lead's, too. */
async function findDeal(ctx: Ctx, dealId: number): Promise<Result<Found>> {
  // deals_pkey
  const { rows } = await sql<{ subscriberId: number | null }>`
    select d.subscriber_id from deals d
    where  d.id = ${dealId} and ${reaches(ctx, 'sales.work')} for key share`.execute(ctx.db);
  const [deal] = rows;
  if (!deal) return fail('sales.deal_not_found');
  return ok({ dealId, ...(deal.subscriberId === null ? {} : { subscriberId: deal.subscriberId }) });
}

/** A household is reached through those who belong to it. */
async function memberOf(
  ctx: Ctx,
  householdId: number,
  wanted: number | undefined,
): Promise<number | undefined> {
  // household_members_pkey
  const { rows } = await sql<{ subscriberId: number }>`
    select m.subscriber_id from household_members m join households h on h.id = m.household_id
    where  h.id = ${householdId} and h.closed_at is null
    order  by m.subscriber_id = ${wanted ?? null} desc, m.subscriber_id limit 1`.execute(ctx.db);
  return rows[0]?.subscriberId;
}
