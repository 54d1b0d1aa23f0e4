import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { refuseVeiled } from '../subscribers/index.ts';
import { type BillingPermission, holderJoins, reachesAccount } from './reach.ts';

export type Account = {
  id: number;
  number: string;
  currency: string;
  state: 'active' | 'suspended' | 'paused' | 'closed';
  /** The root of the holder. */
  subscriberId: number;
  subscriberName: string;
  erasedAt: Date | null;
};

/**
 * An account that the permission reaches; beyond reach is as if there were none. It is refused
 * while whoever the actor speaks with was not verified as its holder.
 */
export async function findAccount(
  ctx: Ctx,
  id: number,
  permission: BillingPermission,
): Promise<Result<Account>> {
  const found = await find(ctx, id, permission, sql``);
  if (!found.ok) return found;
  const { clusterIds, ...account } = found.value;
  return (await refuseVeiled(ctx, clusterIds)) ?? ok(account);
}

/** The same for a write: the account is locked, so that two changes of it come one by one. */
export async function lockAccount(
  ctx: Ctx,
  id: number,
  permission: BillingPermission = 'billing.propose_correction',
): Promise<Result<Account>> {
  const lock = sql`for no key update of a for key share of own`;
  const found = await find(ctx, id, permission, lock);
  if (!found.ok) return found;
  const { clusterIds: _, ...account } = found.value;
  return account.erasedAt ? fail('subscribers.erased') : ok(account);
}

/**
 * Locks accounts before money moves on them that may give service again, in the order in which
 * charges take them: a night that is charging one comes before or after, and whom it suspends
 * meanwhile the money finds suspended.
 */
export async function holdAccounts(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // accounts_pkey
  await sql`
    select from accounts where id = any(${[...ids]}::bigint[])
    order  by id for no key update`.execute(ctx.db);
}

async function find(
  ctx: Ctx,
  id: number,
  permission: BillingPermission,
  lock: ReturnType<typeof sql>,
): Promise<Result<Account & { clusterIds: number[] }>> {
  // accounts_pkey, subscribers_pkey, subscribers_root (root_id)
  const { rows } = await sql<Account & { clusterIds: number[] }>`
    select a.id, a.number, a.currency, a.state, r.id as subscriber_id,
           r.display_name as subscriber_name, r.erased_at,
           array(select m.id from subscribers m where m.root_id = r.id) as cluster_ids
    from   accounts a ${holderJoins}
    where  a.id = ${id} and ${reachesAccount(ctx, permission)} ${lock}`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('billing.no_such_account');
}
