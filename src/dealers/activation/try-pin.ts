import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Result } from '../../kernel/result.ts';
import type { Activated } from './activate-card.ts';
import { type Counted, forgetAttempt, noteAttempt } from './attempts.ts';

/** Counts an attempt, then makes it in a transaction of its own. */
export async function tryPin(
  ctx: Ctx,
  counted: readonly Counted[],
  work: (ctx: Ctx) => Promise<Result<Activated>>,
): Promise<Result<Activated>> {
  const noted = await noteAttempt(ctx, counted);
  if ('failure' in noted) return noted;
  return inTransaction(ctx, async (tx) => {
    const done = await work(tx);
    if (done.ok) await forgetAttempt(tx, noted.ids);
    return done;
  });
}
