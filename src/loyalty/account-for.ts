import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { accountOf, type OfferedAccount } from '../retention/index.ts';

/** An account whose tariff runs. */
export type RunningAccount = OfferedAccount & { tariffId: number };

/**
 * The account on which something is given, the one that is asked for or that brings most: none
 * where nothing is charged now, for days would pass unused.
 */
export async function accountFor(
  ctx: Ctx,
  subscriberId: number,
  asked: number | undefined,
): Promise<RunningAccount | null> {
  const account = await accountOf(ctx, subscriberId, asked);
  if (!account || account.tariffId === null) return null;
  // accounts_pkey
  const { rows } = await sql`
    select from accounts where id = ${account.id} and state = 'active'`.execute(ctx.db);
  return rows.length > 0 ? { ...account, tariffId: account.tariffId } : null;
}
