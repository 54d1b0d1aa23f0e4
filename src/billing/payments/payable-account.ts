import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type PayableAccount = {
  id: number;
  number: string;
  currency: string;
  /** The root of the holder. */
  subscriberId: number;
  holder: string;
};

/**
 * The account whose number a payer names, if money may come to it: not closed, and its holder not
 * erased. In which currency money comes is for the caller to compare.
 */
export async function payableAccount(ctx: Ctx, number: string): Promise<PayableAccount | null> {
  // accounts_number, subscribers_pkey
  const { rows } = await sql<PayableAccount>`
    select a.id, a.number, a.currency, r.id as subscriber_id, r.display_name as holder
    from   accounts a
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    where  a.number = ${number} and a.state <> 'closed'
    and    own.erased_at is null and r.erased_at is null`.execute(ctx.db);
  return rows[0] ?? null;
}
