import { sql } from 'kysely';
import type { Passing } from '../../subscribers/index.ts';

/** Taking part: a wallet in which nothing ever lay, and what nights have counted. */
export const passing: Passing = {
  tables: ['loyalty_members', 'wallet_spans', 'level_changes', 'paid_months', 'unfair_prices'],
  remove: async (ctx, ids) => {
    const these = sql`subscriber_id = any(${[...ids]}::bigint[])`;
    // Unfair prices are few; level_changes_subscriber, paid_months_subscriber,
    // wallet_spans_subscriber, loyalty_members_pkey, point_wallets_pkey
    await sql`delete from unfair_prices where ${these}`.execute(ctx.db);
    await sql`delete from level_changes where ${these}`.execute(ctx.db);
    await sql`delete from paid_months where ${these}`.execute(ctx.db);
    await sql`delete from wallet_spans where ${these}`.execute(ctx.db);
    const { rows } = await sql<{ walletId: number }>`
      delete from loyalty_members where ${these} returning wallet_id`.execute(ctx.db);
    await sql`
      delete from point_wallets w
      where  w.id = any(${rows.map(({ walletId }) => walletId)}::bigint[])
      and    w.household_id is null`.execute(ctx.db);
  },
};
