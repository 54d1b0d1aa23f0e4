import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { inTransaction, isFailure } from './transaction.ts';

/**
 * Runs `work` so that its throw, or a failure that it returns, undoes what it has written and
 * nothing more: outside a transaction in one of its own, inside one behind a savepoint. For the one
 * bad item in a batch.
 */
export async function attempt<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (!ctx.db.isTransaction) return inTransaction(ctx, work);
  await sql`savepoint attempt`.execute(ctx.db);
  try {
    const result = await work(ctx);
    if (isFailure(result)) await sql`rollback to savepoint attempt`.execute(ctx.db);
    await sql`release savepoint attempt`.execute(ctx.db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(ctx.db);
    await sql`release savepoint attempt`.execute(ctx.db);
    throw error;
  }
}
