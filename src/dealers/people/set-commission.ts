import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { dealersApi } from '../api/dealers.ts';
import { findDealer } from './find-dealer.ts';

type Input = z.output<(typeof dealersApi)['POST /api/dealers/{id}/commissions']['input']>;

/**
 * Sets a rate from today or a later day on. Rates are never changed: the one before ends the day
 * before, and what was earned by it stays.
 */
export async function setCommission(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { id: dealerId, kind, basisPoints, amountMinor, fromOn, toOn } = input;
  const found = await findDealer(ctx, dealerId, 'dealers.manage', { isLocked: true });
  if (!found.ok) return found;
  if (fromOn < today(ctx))
    return fail('dealers.rate_of_past', {}, { fromOn: 'dealers.rate_of_past' });
  if (toOn !== null && toOn < fromOn) return fail('dealers.wrong_period');
  // dealer_commissions_dealer_id_kind_from_on_key
  const { rows } = await sql`
    select from dealer_commissions
    where  dealer_id = ${dealerId} and kind = ${kind} and from_on >= ${fromOn}`.execute(ctx.db);
  if (rows.length > 0) return fail('dealers.rate_stands');
  const lastOn = daysAfter(fromOn, -1);
  await sql`
    update dealer_commissions set to_on = ${lastOn}
    where  dealer_id = ${dealerId} and kind = ${kind}
    and    (to_on is null or to_on > ${lastOn})`.execute(ctx.db);
  const made = await ctx.db
    .insertInto('dealerCommissions')
    .values({
      dealerId,
      kind,
      basisPoints,
      amountMinor,
      fromOn,
      toOn,
      createdAt: ctx.clock.now(),
      createdBy: 'staffId' in ctx.actor ? ctx.actor.staffId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'dealers.commission_set',
    subject: { kind: 'dealer', id: dealerId },
    facts: { kind, basisPoints, amountMinor, fromOn, toOn },
  });
  return ok(made);
}
