import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LockedQuote } from './lock-quote.ts';

export type Accepted = Pick<LockedQuote, 'id' | 'lines' | 'payment' | 'parts'>;

/** The latest quote that was accepted. */
export async function findAccepted(ctx: Ctx, dealId: number): Promise<Accepted | null> {
  // quotes_deal (deal_id, id)
  const { rows } = await sql<Accepted>`
    select id, lines, payment, parts from quotes
    where  deal_id = ${dealId} and state = 'accepted' order by id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
