import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { leaveOut } from './equipment-out.ts';
import { findConnection } from './refuse-connected.ts';

type Input = { id: number; equipmentId: number; reason: string };
type Handed = { kind: string; serial: string; basis: string; isOut: boolean };

/** Notes that it came back; what was sold with a connection is paid for, and stays. */
export async function returnEquipment(
  ctx: Ctx,
  { id: dealId, equipmentId, reason }: Input,
): Promise<Result<Done>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  // deal_equipment_pkey
  const { rows } = await sql<Handed>`
    select kind, serial, basis, returned_at is null as is_out from deal_equipment
    where  id = ${equipmentId} and deal_id = ${dealId} for update`.execute(ctx.db);
  const [handed] = rows;
  if (!handed) return fail('sales.no_such_equipment');
  if (!handed.isOut) return fail('sales.returned_already');
  if (handed.basis === 'sold' && (await findConnection(ctx, dealId))) {
    return fail('sales.sold_for_good');
  }
  const returned = { returnedAt: ctx.clock.now(), returnedBy: staffIdOf(ctx.actor) };
  await ctx.db
    .updateTable('dealEquipment')
    .set({ ...returned, returnReason: reason })
    .where('id', '=', equipmentId)
    .execute();
  await leaveOut(ctx, held.value, equipmentId);
  const { kind, serial } = handed;
  await emit(ctx, {
    type: 'sales.equipment_returned',
    subject: { kind: 'deal', id: dealId },
    subscriberId: held.value.subscriberId,
    facts: { number: dealId, kind, serial },
    personal: { reason },
  });
  return ok({});
}
