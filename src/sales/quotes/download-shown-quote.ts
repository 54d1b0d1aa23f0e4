import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { printQuote } from '../papers/print-quote.ts';
import { isHolding, stateNow } from './state-now.ts';

type Row = { isHolding: boolean; isOffered: boolean };

/** A quote as a PDF to whoever has its link, while it holds: a paper outlives what it offers. */
export async function downloadShownQuote(
  ctx: Ctx,
  { token }: { token: string },
): Promise<Result<Download>> {
  // quotes_token_key (token), deals_pkey
  const { rows } = await sql<Row>`
    select ${isHolding(today(ctx))} as is_holding, ${stateNow} = 'offered' as is_offered
    from   quotes q join deals d on d.id = q.deal_id where q.token = ${token}`.execute(ctx.db);
  const [quote] = rows;
  if (!quote) return fail('sales.no_such_quote');
  if (quote.isHolding) return printQuote(ctx, { token });
  return fail(quote.isOffered ? 'sales.quote_past' : 'sales.quote_decided');
}
