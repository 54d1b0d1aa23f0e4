import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { freeSlots } from './free-slots.ts';
import { callOff, tellCalledOff } from './call-off.ts';

type Input = { id: number; slotId: number; on: string; reason: string };

/**
 * Books a visit, or moves the one that is booked. Whoever books in the same hours waits for the
 * other at the slot, so that no seat is given twice.
 */
export async function bookVisit(
  ctx: Ctx,
  { id: dealId, slotId, on, reason }: Input,
): Promise<Result<{ id: number }>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  if (held.value.state === 'lost') return fail('sales.deal_closed');
  // visit_slots_pkey
  const slot = await sql`
    select from visit_slots where id = ${slotId} and archived_at is null for update`.execute(
    ctx.db,
  );
  if (slot.rows.length === 0) return fail('sales.no_such_slot');
  const former = await callOff(ctx, dealId, reason);
  if (former && reason === '') {
    return fail('sales.reason_needed', {}, { reason: 'sales.reason_needed' });
  }
  const free = await freeSlots(ctx, { buildingId: held.value.buildingId, day: on });
  if (!free.some((one) => one.slotId === slotId)) return fail('sales.slot_full');
  const { rows } = await sql<{ id: number }>`
    insert into visits (deal_id, slot_id, on_day, seat, booked_at, booked_by)
    select ${dealId}, s.id, ${on}::date, place, ${ctx.clock.now()}, ${staffIdOf(ctx.actor)}
    from   visit_slots s cross join generate_series(1, s.seats) place
    where  s.id = ${slotId} and not exists (
             select from visits v where v.on_day = ${on} and v.slot_id = s.id and v.seat = place
             and    v.cancelled_at is null)
    order  by place limit 1 returning id`.execute(ctx.db);
  const [made] = rows;
  if (!made) return fail('sales.slot_full');
  await emit(ctx, {
    type: former ? 'sales.visit_moved' : 'sales.visit_booked',
    subject: { kind: 'deal', id: dealId },
    subscriberId: held.value.subscriberId,
    facts: { number: dealId, on, slotId },
    ...(former && { personal: { reason } }),
  });
  return ok(made);
}

/** Calls a visit off; its seat is free again. */
export async function cancelVisit(
  ctx: Ctx,
  { id: dealId, reason }: { id: number; reason: string },
): Promise<Result<Done>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  if (!(await callOff(ctx, dealId, reason))) return fail('sales.no_visit');
  await tellCalledOff(ctx, held.value, reason);
  return ok({});
}
