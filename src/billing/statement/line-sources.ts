import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Where the money of an account's transactions came from, of those that are payments. */
export async function lineSources(
  ctx: Ctx,
  accountId: number,
  transactionIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  // payments_account (account_id, id desc): the payments of one account
  const { rows } = await sql<{ transactionId: number; name: string }>`
    select p.transaction_id, s.name
    from   payments p join payment_sources s on s.id = p.source_id
    where  p.account_id = ${accountId}
    and    p.transaction_id = any(${[...transactionIds]}::bigint[])`.execute(ctx.db);
  return new Map(rows.map(({ transactionId, name }) => [transactionId, name]));
}
