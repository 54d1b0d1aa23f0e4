import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { doDeed, findBatch } from '../cards/do-deed.ts';
import { ownDealer } from '../people/find-dealer.ts';

export type Card = { series: string; number: number };

/**
 * Does something with cards of one's own dealer. What is another's is told apart from what does not
 * exist by nothing.
 */
export async function doOwn(
  ctx: Ctx,
  kind: 'sold' | 'sale_undone',
  { series, number: firstNumber }: Card,
  cards: number,
): Promise<Result<{ cards: number }>> {
  const dealer = await ownDealer(ctx, { isLocked: true });
  if (!dealer.ok) return dealer;
  // A batch of which the dealer never had a card is as if there were none.
  const batch = await findBatch(
    ctx,
    sql`b.series = ${series} and exists (
      select from cards c where c.batch_id = b.id and c.number = ${firstNumber}
      and c.dealer_id = ${dealer.value.id})`,
  );
  if (!batch) return fail('dealers.cards_elsewhere');
  const lastNumber = firstNumber + cards - 1;
  return doDeed(ctx, batch, kind, dealer.value, { firstNumber, lastNumber });
}
