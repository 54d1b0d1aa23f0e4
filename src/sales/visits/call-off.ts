import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';

/** Calls off the visit of a deal, whose seat is free again; @returns whether one was booked */
export async function callOff(
  ctx: Ctx,
  dealId: number,
  reason: string,
  fromDay: string | null = null,
): Promise<boolean> {
  // visits_deal (deal_id) where cancelled_at is null
  const { numAffectedRows } = await sql`
    update visits set cancelled_at = ${ctx.clock.now()}, cancel_reason = ${reason || '—'}
    where  deal_id = ${dealId} and cancelled_at is null
    and    (${fromDay}::date is null or on_day >= ${fromDay}::date)`.execute(ctx.db);
  return numAffectedRows === 1n;
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
