import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { quotesApi } from '../api/quotes.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { pathOf } from './path-of.ts';

type Listed = z.input<(typeof quotesApi)['GET /api/deals/{id}/quotes']['output']>;
type Row = Omit<Listed['quotes'][number], 'path'> & { token: string };

/** Quotes of a deal that the asker reaches. */
export async function listQuotes(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  // quotes_deal (deal_id, id), contracts_pkey
  const { rows } = await sql<Row>`
    select q.id, q.state, q.state = 'offered' and q.valid_until < ${today(ctx)} as is_past,
           q.lines, q.words, q.monthly_minor, q.once_minor, q.currency, q.valid_until, q.made_at,
           s.name as made_by, q.seen_at, q.decided_at, q.accepted_name, q.decline_words, q.token,
           q.payment, q.parts, c.number as contract
    from   quotes q left join staff s on s.id = q.made_by
           left join contracts c on c.quote_id = q.id and c.content <> '{}'
    where  q.deal_id = ${id} order by q.id desc`.execute(ctx.db);
  return ok({ quotes: rows.map(({ token, ...quote }) => ({ ...quote, path: pathOf(token) })) });
}
