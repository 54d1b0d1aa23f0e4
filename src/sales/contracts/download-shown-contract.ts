import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { printContract } from './print-contract.ts';

const MOST_WRONG = 5;

type Row = { quoteId: number; dealId: number; isRight: boolean };

/**
 * Hands out a contract by the quote's link to whoever knows how the person's phone ends, for a link
 * goes astray and a contract says where somebody lives. Guessing ends after some tries.
 */
export async function downloadShownContract(
  ctx: Ctx,
  { token, phoneEnd }: { token: string; phoneEnd: string },
): Promise<Result<Download>> {
  // quotes_token_key (token), contracts_pkey, deals_pkey. Each try counts before it is judged.
  const { rows } = await sql<Row>`
    update contracts c set wrong_tries = c.wrong_tries + 1
    from   quotes q join deals d on d.id = q.deal_id
    where  q.token = ${token} and q.state = 'accepted' and c.quote_id = q.id
    and    c.wrong_tries < ${MOST_WRONG}
    returning c.quote_id, c.deal_id,
              d.phone <> '' and right(d.phone, 4) = ${phoneEnd} as is_right`.execute(ctx.db);
  const [tried] = rows;
  if (!tried) return fail('sales.contract_by_phone_only');
  if (!tried.isRight)
    return fail('sales.wrong_phone_end', {}, { phoneEnd: 'sales.wrong_phone_end' });
  await sql`
    update contracts set wrong_tries = 0 where quote_id = ${tried.quoteId}`.execute(ctx.db);
  return printContract(ctx, tried);
}
