import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { type Card, doOwn } from './do-own.ts';

/**
 * Takes a card back from its buyer, on the day of the sale: later the buyer has only the card, and
 * the dealer the money, so that the operator's people look into it.
 */
export async function undoSale(ctx: Ctx, card: Card): Promise<Result<{ cards: number }>> {
  const done = await doOwn(ctx, 'sale_undone', card, 1);
  if (!done.ok) return done;
  // card_batches_series_key, card_deeds_one, card_deeds_ranges (batch_id, first_number)
  const { rows } = await sql<{ soldOn: string }>`
    select d.done_on as sold_on
    from   card_deeds d join card_batches b on b.id = d.batch_id
    where  b.series = ${card.series} and d.kind = 'sold'
    and    ${card.number} between d.first_number and d.last_number
    order  by d.id desc limit 1`.execute(ctx.db);
  return rows[0]?.soldOn === today(ctx) ? done : fail('dealers.sold_earlier');
}
