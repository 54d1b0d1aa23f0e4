import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { cardsApi } from '../api/cards.ts';
import { withAll } from '../people/find-dealer.ts';
import { readDeeds } from './read-deeds.ts';

type Shown = z.input<(typeof cardsApi)['GET /api/cards/{series}/{number}']['output']>;

/** A card by what is printed on it, with its whole history, the latest first. */
export async function findCard(
  ctx: Ctx,
  { series, number }: { series: string; number: number },
): Promise<Result<Shown>> {
  // card_batches_series_key, cards_pkey
  const { rows } = await sql<Omit<Shown, 'deeds'>>`
    select c.batch_id, b.series, c.number, b.value_minor, b.currency, b.valid_until, c.state,
           c.is_blocked, c.activated_at,
           case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end
             as dealer,
           case when a.id is not null then jsonb_build_object('id', a.id, 'number', a.number) end
             as account
    from   card_batches b
    join   cards c on c.batch_id = b.id and c.number = ${number}
    left   join dealers d on d.id = c.dealer_id
    left   join accounts a on a.id = c.account_id
    where  b.series = ${series} and ${withAll(ctx, 'dealers.view')}`.execute(ctx.db);
  const [card] = rows;
  if (!card) return fail('dealers.no_such_card');
  // card_deeds_one, card_deeds_ranges (batch_id, first_number)
  const deeds = await readDeeds(
    ctx,
    sql`d.batch_id = ${card.batchId} and (
          (d.first_number = ${number} and d.last_number = d.first_number)
          or (d.last_number > d.first_number and d.first_number <= ${number}
              and d.last_number >= ${number}))
        order by d.id desc limit 200`,
  );
  return ok({ ...card, deeds });
}
