import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { closedThrough } from '../open-days.ts';
import { countClosing } from './count-closing.ts';

/**
 * Closes all days through one, for good: the database refuses what is posted on them later. Only
 * days that are over can be closed.
 * @returns the closing's id. Fails with `ledger.not_over`, `ledger.already_closed`
 */
export async function closePeriod(
  ctx: Ctx,
  { through }: { through: string },
): Promise<Result<{ id: number }>> {
  const made = await inTransaction(ctx, (tx) => close(tx, through));
  // Counted apart, so that payments wait for the closing's one row and not for its count.
  if (made.ok) await inTransaction(ctx, (tx) => countClosing(tx, made.value.id));
  return made;
}

async function close(ctx: Ctx, through: string): Promise<Result<{ id: number }>> {
  if (through >= today(ctx)) return fail('ledger.not_over');
  // Whoever is posting now comes before us, whoever comes after finds the day closed.
  await sql`lock table ledger_transactions in share row exclusive mode`.execute(ctx.db);
  const before = await closedThrough(ctx);
  if (before !== null && through <= before) return fail('ledger.already_closed');
  const { id } = await ctx.db
    .insertInto('ledgerClosings')
    .values({
      closedThrough: through,
      closedAt: ctx.clock.now(),
      closedBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'ledger.period_closed',
    subject: { kind: 'ledger_closing', id },
    facts: { through },
  });
  return ok({ id });
}
