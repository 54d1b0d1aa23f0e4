import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { openDay, postEntry } from '../../../ledger/index.ts';
import { today } from '../../../subscribers/index.ts';
import type { cashApi } from '../../api/cash.ts';
import { reachesShift } from './list-shifts.ts';
import { readShifts } from './shift-rows.ts';

type Input = z.output<(typeof cashApi)['POST /api/cash/shifts/{id}/end']['input']>;

/**
 * Ends a shift with the cash that was counted. What is too much or too little is named and posted;
 * from then on nothing moves in it.
 */
export async function endShift(
  ctx: Ctx,
  { id, countedMinor, expectedMinor, words }: Input,
): Promise<Result<{ differenceMinor: number }>> {
  // The desk too: whoever opens the next shift there reads what this one leaves.
  await sql`
    select from cash_shifts s join cash_desks d on d.source_id = s.desk_id
    where  s.id = ${id} for update of d, s`.execute(ctx.db);
  const [shift] = await readShifts(ctx, sql`s.id = ${id} and ${reachesShift(ctx)}`);
  if (!shift) return fail('billing.no_such_shift');
  if (shift.endedAt !== null) return fail('billing.shift_ended');
  if (shift.expectedMinor !== expectedMinor) return fail('billing.shift_moved');
  const differenceMinor = countedMinor - expectedMinor;
  if (differenceMinor !== 0 && words === '') {
    return fail('billing.name_difference', {}, { words: 'billing.name_difference' });
  }
  await ctx.db
    .updateTable('cashShifts')
    .set({
      endedAt: ctx.clock.now(),
      endedBy: staffIdOf(ctx.actor),
      countedMinor,
      expectedMinor,
      words,
    })
    .where('id', '=', id)
    .execute();
  const posted = await postDifference(ctx, { id, currency: shift.desk.currency }, differenceMinor);
  if (!posted.ok) return posted;
  const { desk, number } = shift;
  await emit(ctx, {
    type: 'billing.shift_ended',
    subject: { kind: 'cash_shift', id },
    facts: { desk: desk.name, number, countedMinor, differenceMinor },
  });
  return ok({ differenceMinor });
}

async function postDifference(
  ctx: Ctx,
  { id, currency }: { id: number; currency: string },
  differenceMinor: number,
): Promise<Result<unknown>> {
  if (differenceMinor === 0) return ok(null);
  return postEntry(ctx, {
    kind: 'cash_difference',
    key: `cash shift ${id} ended`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency,
    lines: [
      { side: { own: 'cash_differences' }, amountMinor: differenceMinor },
      { side: { own: 'cash' }, amountMinor: -differenceMinor },
    ],
    facts: { shiftId: id },
  });
}
