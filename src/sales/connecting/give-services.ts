import { chargeFor, subscribe } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import type { LockedQuote } from '../quotes/lock-quote.ts';

/**
 * Subscribes an account to all that a quote names, from today on, and charges what it takes once.
 * The fees of a connection that belong to a version are charged with it.
 */
export async function giveServices(
  ctx: Ctx,
  accountId: number,
  lines: LockedQuote['lines'],
): Promise<Result<Done>> {
  for (const { productVersionId, name, onceMinor } of lines) {
    const given =
      productVersionId === null
        ? await chargeFor(ctx, { id: accountId, amountMinor: onceMinor, words: name })
        : await subscribe(ctx, { id: accountId, productVersionId, from: 'today' });
    if (!given.ok) return given;
  }
  return ok({});
}
