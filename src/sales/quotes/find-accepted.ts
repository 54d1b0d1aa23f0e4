import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LockedQuote } from './lock-quote.ts';

/** The latest quote that was accepted. */
export async function findAccepted(
  ctx: Ctx,
  dealId: number,
): Promise<Pick<LockedQuote, 'id' | 'lines'> | null> {
  // quotes_deal (deal_id, id)
  const { rows } = await sql<Pick<LockedQuote, 'id' | 'lines'>>`
    select id, lines from quotes
    where  deal_id = ${dealId} and state = 'accepted' order by id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
