import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import { reaches } from '../reach.ts';

export type Member = {
  /** Of the root. */
  subscriberId: number;
  walletId: number;
  householdId: number | null;
  levelId: number | null;
};

/**
 * Whoever takes part, by any record of theirs, where the actor reaches them and nothing is veiled.
 * Fails with `loyalty.no_member` while they take no part yet.
 */
export async function findMember(ctx: Ctx, id: number): Promise<Result<Member>> {
  // subscribers_pkey, loyalty_members_pkey, point_wallets_pkey
  const { rows } = await sql<Member>`
    select s.id as subscriber_id, b.wallet_id, w.household_id, b.level_id
    from   subscribers o
    join   subscribers s on s.id = o.root_id and s.erased_at is null
    join   loyalty_members b on b.subscriber_id = s.id
    join   point_wallets w on w.id = b.wallet_id
    where  o.id = ${id} and ${reaches(ctx, 'loyalty.work')}`.execute(ctx.db);
  const [member] = rows;
  if (!member) return fail('loyalty.no_member');
  return (await refuseVeiled(ctx, [member.subscriberId])) ?? ok(member);
}

/**
 * The same, with the wallet locked: whoever takes points from it sees what the one before has left.
 */
export async function lockMember(ctx: Ctx, id: number): Promise<Result<Member>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  // Somebody may have pooled the wallet while we waited.
  await sql`
    select from loyalty_members where subscriber_id = ${found.value.subscriberId}
    for    update`.execute(ctx.db);
  const again = await findMember(ctx, id);
  if (!again.ok) return again;
  await sql`
    select from point_wallets where id = ${again.value.walletId} for update`.execute(ctx.db);
  return again;
}
