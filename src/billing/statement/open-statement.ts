import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { statementApi } from '../api/statement.ts';
import { findAccount } from '../find-account.ts';
import { statementMarks } from '../slots.ts';
import { correctionsOn } from './corrections-on.ts';
import { readLines } from './statement-lines.ts';
import { withWork } from './with-work.ts';

type Route = (typeof statementApi)['GET /api/accounts/{id}/statement'];
type Input = z.output<Route['input']>;
type Statement = z.input<Route['output']>;

/** An account's lines with what corrects them and what points at them, a page after another. */
export async function openStatement(
  ctx: Ctx,
  { id, from = null, to = null, cursor, limit }: Omit<Input, 'from' | 'to'> & Period,
): Promise<Result<Statement>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  if (from !== null && to !== null && to < from) {
    return fail('billing.wrong_period', {}, { to: 'billing.wrong_period' });
  }
  const { erasedAt, ...account } = found.value;
  const [page, periods] = await Promise.all([
    readLines(ctx, id, { from, to, cursor, limit }),
    Promise.all(statementMarks.fills.map(({ piece }) => piece.ofPeriods(ctx, id))),
  ]);
  if (!page.ok) return page;
  const { lines: read, totals, nextCursor } = page.value;
  const showing = correctionsOn(ctx, id, read).then(async (corrections) => ({
    lines: await withWork(ctx, id, read, corrections),
    pending: corrections.pending,
  }));
  // Nobody is shown what was not noted, but the disk need not be waited for first.
  const [shown] = await Promise.all([
    showing,
    ...(cursor ? [] : [noteLook(ctx, account, { from, to })]),
  ]);
  const { balanceMinor, ...ofPeriod } = totals;
  const mayPropose = reachOf(ctx.actor, 'billing.propose_correction') !== null;
  return ok({
    account: { ...account, balanceMinor, canPropose: mayPropose && erasedAt === null },
    totals: ofPeriod,
    ...shown,
    periods: periods.flat(),
    nextCursor,
  });
}

type Period = { from?: string | null | undefined; to?: string | null | undefined };

/** A look at somebody's money is on record, as a look at a card is. */
async function noteLook(
  ctx: Ctx,
  account: { id: number; number: string; subscriberId: number },
  period: Period,
): Promise<void> {
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'billing.statement_viewed',
      subject: { kind: 'account', id: account.id },
      subscriberId: account.subscriberId,
      facts: { account: account.number, ...period },
    }),
  );
}
