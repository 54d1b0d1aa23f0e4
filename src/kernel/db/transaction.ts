import type { Ctx } from '../context.ts';
import type { Result } from '../result.ts';

class RolledBack extends Error {
  result: Result<never>;
  constructor(result: Result<never>) {
    super('rolled back');
    this.result = result;
  }
}

/**
 * Runs `work` in a transaction: committed when it returns, rolled back when it throws or returns a
 * failure. Inside a transaction already, it simply joins it.
 */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  try {
    return await ctx.db.transaction().execute(async (db) => {
      const result = await work({ ...ctx, db });
      if (isFailure(result)) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}

export function isFailure(result: unknown): result is Result<never> {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

/**
 * Two writers that wait for one another are no fault of either: the one that PostgreSQL has chosen
 * to undo does its work once more. Only around a whole transaction or savepoint.
 */
export async function onceMoreAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code !== DEADLOCK) throw error;
    return work();
  }
}

const DEADLOCK = '40P01';
