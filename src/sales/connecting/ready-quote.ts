import { type Ctx, reachOf } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { Stored } from '../deals/values.ts';
import { type Accepted, findAccepted } from '../quotes/find-accepted.ts';
import { findUnreached } from '../quotes/find-unreached.ts';
import { refuseConnected } from './refuse-connected.ts';

/** What is to be connected; `unreached` names what no line bears now, and is connected anyway. */
type Ready = { quote: Accepted; unreached: string | null };

/** What of a deal was accepted and can be connected now, once. */
export async function readyQuote(
  ctx: Ctx,
  deal: Stored,
  isOverridden: boolean,
): Promise<Result<Ready>> {
  if (deal.state !== 'open') return fail('sales.deal_closed');
  const connected = await refuseConnected(ctx, deal.id);
  if (connected) return connected;
  const quote = await findAccepted(ctx, deal.id);
  if (!quote) return fail('sales.nothing_accepted');
  const unreached = await findUnreached(ctx, deal, quote);
  const stopped = unreached === null ? null : refuseUnreached(ctx, unreached, isOverridden);
  return stopped ?? ok({ quote, unreached });
}

/** What cannot be had there now is connected only by whoever may offer it, and says so. */
function refuseUnreached(ctx: Ctx, name: string, isOverridden: boolean): Fail | null {
  if (!reachOf(ctx.actor, 'billing.adjust')) return fail('sales.not_reached', { name });
  const code = 'sales.not_reached_now';
  return isOverridden ? null : fail(code, { name }, { isOverridden: code });
}
