import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { connectingApi } from '../api/connecting.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { findAccepted } from '../quotes/find-accepted.ts';

type Input = z.output<(typeof connectingApi)['POST /api/deals/{id}/equipment']['input']>;

/** Notes what was handed over; one serial number is with one person alone. */
export async function handEquipment(
  ctx: Ctx,
  { id: dealId, productVersionId, kind, serial, basis }: Input,
): Promise<Result<{ id: number }>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  if (held.value.state === 'lost') return fail('sales.deal_closed');
  const quote = await findAccepted(ctx, dealId);
  if (!quote) return fail('sales.nothing_accepted');
  const isOffered = quote.lines.some((line) => line.productVersionId === productVersionId);
  if (productVersionId !== null && !isOffered) return fail('sales.no_such_version');
  // deal_equipment_out (serial) where returned_at is null
  const { rows } = await sql<{ id: number }>`
    insert into deal_equipment
           (deal_id, product_version_id, kind, serial, basis, handed_at, handed_by)
    values (${dealId}, ${productVersionId}, ${kind}, ${serial}, ${basis}, ${ctx.clock.now()},
            ${staffIdOf(ctx.actor)})
    on conflict (serial) where returned_at is null do nothing
    returning id`.execute(ctx.db);
  const [made] = rows;
  if (!made) return fail('sales.serial_out', {}, { serial: 'sales.serial_out' });
  await emit(ctx, {
    type: 'sales.equipment_handed',
    subject: { kind: 'deal', id: dealId },
    subscriberId: held.value.subscriberId,
    facts: { number: dealId, kind, serial, basis },
  });
  return ok(made);
}
