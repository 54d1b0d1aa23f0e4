import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';

/** The account that a deal became, if it has and that was not taken back. */
export async function findConnection(
  ctx: Ctx,
  dealId: number,
): Promise<{ id: number; accountId: number } | null> {
  // deal_connections_live (deal_id) where undone_at is null
  const { rows } = await sql<{ id: number; accountId: number }>`
    select id, account_id from deal_connections
    where  deal_id = ${dealId} and undone_at is null`.execute(ctx.db);
  return rows[0] ?? null;
}

/** What of a deal that has become an account is not done again, nor taken back by itself. */
export async function refuseConnected(ctx: Ctx, dealId: number): Promise<Fail | null> {
  return (await findConnection(ctx, dealId)) ? fail('sales.already_connected') : null;
}
