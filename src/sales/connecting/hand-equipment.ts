import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { connectingApi } from '../api/connecting.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { findAccepted } from '../quotes/find-accepted.ts';

type Input = z.output<(typeof connectingApi)['POST /api/deals/{id}/equipment']['input']>;

/**
 * Notes what was handed over, of what was offered each once and on its own terms; one serial number
 * is with one person alone.
 */
export async function handEquipment(
  ctx: Ctx,
  { id: dealId, productVersionId, kind, serial, basis: said }: Input,
): Promise<Result<{ id: number }>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  if (held.value.state === 'lost') return fail('sales.deal_closed');
  const quote = await findAccepted(ctx, dealId);
  if (!quote) return fail('sales.nothing_accepted');
  const line = quote.lines.find((one) => one.productVersionId === productVersionId);
  if (productVersionId !== null) {
    if (!line) return fail('sales.no_such_version');
    if (await isOut(ctx, dealId, productVersionId)) return fail('sales.handed_already');
  }
  const basis = productVersionId === null || !line ? said : basisOf(line);
  // deal_equipment_out (upper(serial)) where returned_at is null
  const { rows } = await sql<{ id: number }>`
    insert into deal_equipment
           (deal_id, product_version_id, kind, serial, basis, handed_at, handed_by)
    values (${dealId}, ${productVersionId}, ${kind}, ${serial}, ${basis}, ${ctx.clock.now()},
            ${staffIdOf(ctx.actor)})
    on conflict (upper(serial)) where returned_at is null do nothing
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

/** What is paid by the month comes back; what was sold, at once or in parts, is theirs. */
const basisOf = ({ monthlyMinor }: { monthlyMinor: number }): Input['basis'] =>
  monthlyMinor > 0 ? 'rented' : 'sold';

async function isOut(ctx: Ctx, dealId: number, versionId: number): Promise<boolean> {
  // deal_equipment_deal (deal_id, id)
  const { rows } = await sql`
    select from deal_equipment
    where  deal_id = ${dealId} and product_version_id = ${versionId} and returned_at is null
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
