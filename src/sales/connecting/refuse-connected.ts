import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';

/** What of a deal that has become an account is not done again, nor taken back by itself. */
export async function refuseConnected(ctx: Ctx, dealId: number): Promise<Fail | null> {
  // deal_connections_pkey
  const { rows } = await sql`
    select from deal_connections where deal_id = ${dealId}`.execute(ctx.db);
  return rows.length > 0 ? fail('sales.already_connected') : null;
}
