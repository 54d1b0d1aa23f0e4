import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { findDealer } from '../people/find-dealer.ts';
import { countSettlement } from './count-settlement.ts';

/** Closes all days through one that is over; the figures are kept as both sides have seen them. */
export async function closeSettlement(
  ctx: Ctx,
  { id: dealerId, toOn }: { id: number; toOn: string },
): Promise<Result<{ id: number }>> {
  const found = await findDealer(ctx, dealerId, 'dealers.manage', { isLocked: true });
  if (!found.ok) return found;
  if (toOn >= today(ctx)) return fail('dealers.not_over', {}, { toOn: 'dealers.not_over' });
  // dealer_settlements_dealer_id_to_on_key, dealers_pkey
  const { rows } = await sql<{ closedOn: string | null; contractOn: string }>`
    select (select max(to_on) from dealer_settlements where dealer_id = ${dealerId}) as closed_on,
           contract_on
    from   dealers where id = ${dealerId}`.execute(ctx.db);
  const [before] = rows;
  if (!before) throw new Error('a dealer that is locked is there');
  const fromOn = before.closedOn === null ? before.contractOn : daysAfter(before.closedOn, 1);
  if (toOn < fromOn)
    return fail('dealers.already_settled', {}, { toOn: 'dealers.already_settled' });
  const counted = await countSettlement(ctx, dealerId, { fromOn, toOn });
  if (!counted.ok) return counted;
  const made = await ctx.db
    .insertInto('dealerSettlements')
    .values({
      dealerId,
      fromOn,
      toOn,
      counted: JSON.stringify(counted.value),
      closedAt: ctx.clock.now(),
      closedBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'dealers.settlement_closed',
    subject: { kind: 'dealer', id: dealerId },
    facts: { fromOn, toOn, closingMinor: counted.value.closingMinor },
  });
  return ok(made);
}
