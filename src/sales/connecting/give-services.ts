import { subscribe } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import type { LockedQuote } from '../quotes/lock-quote.ts';

/**
 * Subscribes an account to all that a quote names, from today on. The fees of a connection that
 * belong to a version are charged with it; what the connection itself takes goes by parts.
 */
export async function giveServices(
  ctx: Ctx,
  accountId: number,
  lines: LockedQuote['lines'],
): Promise<Result<Done>> {
  for (const { productVersionId } of lines) {
    if (productVersionId === null) continue;
    const given = await subscribe(ctx, { id: accountId, productVersionId, from: 'today' });
    if (!given.ok) return given;
  }
  return ok({});
}
