import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Deed } from '../api/shapes.ts';

type Shown = z.input<typeof Deed>;

/**
 * What happened to ranges of cards.
 * @param rest conditions on `card_deeds d`, then order and limit
 */
export async function readDeeds(ctx: Ctx, rest: RawBuilder<unknown>): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select d.id, d.kind, b.series, d.first_number, d.last_number, x.name as dealer, d.value_minor,
           d.commission_minor, d.done_at, s.name as done_by, d.reason
    from   card_deeds d
    join   card_batches b on b.id = d.batch_id
    left   join dealers x on x.id = d.dealer_id
    left   join staff s on s.id = d.done_by
    where  ${rest}`.execute(ctx.db);
  return rows;
}
