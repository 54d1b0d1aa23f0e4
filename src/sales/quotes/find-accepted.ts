import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LockedQuote } from './lock-quote.ts';

export type Accepted = Pick<LockedQuote, 'id' | 'lines' | 'payment' | 'parts'> & {
  /** The contract that was made with it. */
  contractNumber: string | null;
  contractOn: string | null;
};

/** The quote that is accepted, with its contract. */
export async function findAccepted(ctx: Ctx, dealId: number): Promise<Accepted | null> {
  // quotes_accepted (deal_id) where state = 'accepted'; contracts_pkey
  const { rows } = await sql<Accepted>`
    select q.id, q.lines, q.payment, q.parts, c.number as contract_number,
           c.dated_on as contract_on
    from   quotes q left join contracts c on c.quote_id = q.id
    where  q.deal_id = ${dealId} and q.state = 'accepted'`.execute(ctx.db);
  return rows[0] ?? null;
}
