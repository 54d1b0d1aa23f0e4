import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { printQuote } from '../papers/print-quote.ts';
import { stateNow } from './state-now.ts';

type Row = { state: string; isPast: boolean };

/** A quote as a PDF to whoever has its link, while it holds: a paper outlives what it offers. */
export async function downloadShownQuote(
  ctx: Ctx,
  { token }: { token: string },
): Promise<Result<Download>> {
  // quotes_token_key (token), deals_pkey
  const { rows } = await sql<Row>`
    select ${stateNow} as state, q.valid_until < ${today(ctx)} as is_past
    from   quotes q join deals d on d.id = q.deal_id where q.token = ${token}`.execute(ctx.db);
  const [quote] = rows;
  if (!quote) return fail('sales.no_such_quote');
  const { state, isPast } = quote;
  if (state === 'offered' && isPast) return fail('sales.quote_past');
  const isHolding = state === 'offered' || state === 'accepted';
  return isHolding ? printQuote(ctx, { token }) : fail('sales.quote_decided');
}
