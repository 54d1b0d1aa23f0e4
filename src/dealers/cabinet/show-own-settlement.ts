import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { Counted } from '../api/shapes.ts';
import { countSettlement } from '../money/count-settlement.ts';
import { ownDealer } from '../people/find-dealer.ts';

/** One's own dealer's cards and money between two days. */
export async function showOwnSettlement(
  ctx: Ctx,
  period: { fromOn: string; toOn: string },
): Promise<Result<Counted>> {
  const dealer = await ownDealer(ctx);
  return dealer.ok ? countSettlement(ctx, dealer.value.id, period) : dealer;
}
