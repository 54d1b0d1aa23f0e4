import { sql } from 'kysely';
import type { z } from 'zod';
import { sellerOnPaper } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { isHolding, stateNow } from './state-now.ts';
import type { quotesApi } from '../api/quotes.ts';

type Shown = z.input<(typeof quotesApi)['GET /api/public/quotes/{token}']['output']>;

/** A quote to whoever has its link; the first look of somebody who is none of ours is noted. */
export async function showQuote(ctx: Ctx, { token }: { token: string }): Promise<Result<Shown>> {
  // quotes_token_key (token), deals_pkey, contracts_pkey
  const { rows } = await sql<Omit<Shown, 'operator' | 'phone' | 'isOurs'>>`
    select q.id as number, ${stateNow} as state,
           q.state = 'offered' and q.valid_until < ${today(ctx)} as is_past,
           ${isHolding(today(ctx))} as is_holding,
           q.lines, q.words, q.monthly_minor, q.once_minor, q.currency, q.valid_until,
           q.payment, q.parts,
           exists (select from contracts c where c.quote_id = q.id and c.content <> '{}')
             and q.state = 'accepted'
             as has_contract
    from   quotes q join deals d on d.id = q.deal_id where q.token = ${token}`.execute(ctx.db);
  const [quote] = rows;
  if (!quote) return fail('sales.no_such_quote');
  const isOurs = ctx.actor.kind !== 'public';
  if (!isOurs) {
    await sql`
      update quotes set seen_at = ${ctx.clock.now()}
      where  token = ${token} and seen_at is null`.execute(ctx.db);
  }
  const { phone } = await sellerOnPaper(ctx);
  return ok({ ...quote, operator: ctx.operator.name, phone, isOurs });
}
