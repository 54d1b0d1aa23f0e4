import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { isToCome } from './to-come.ts';

/**
 * Calls off the visit of a deal that is still to come or goes on, whose seat is free again; one
 * that took place stays as it was.
 * @returns whether one was booked
 */
export async function callOff(ctx: Ctx, dealId: number, reason: string): Promise<boolean> {
  // visits_deal (deal_id, on_day, slot_id) where cancelled_at is null; visit_slots_pkey
  const { numAffectedRows } = await sql`
    update visits v set cancelled_at = ${ctx.clock.now()}, cancel_reason = ${reason || '—'}
    from   visit_slots t
    where  v.deal_id = ${dealId} and v.cancelled_at is null and t.id = v.slot_id
    and    ${isToCome(ctx)}`.execute(ctx.db);
  return numAffectedRows !== 0n;
}

/** Tells that a visit was called off, which is not moved. */
export const tellCalledOff = (
  ctx: Ctx,
  deal: { id: number; subscriberId: number | null },
  reason: string,
): Promise<unknown> =>
  emit(ctx, {
    type: 'sales.visit_cancelled',
    subject: { kind: 'deal', id: deal.id },
    subscriberId: deal.subscriberId,
    facts: { number: deal.id },
    personal: { reason },
  });
