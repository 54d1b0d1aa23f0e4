import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockMember } from './find-member.ts';
import { movePoints, putInto } from './move-points.ts';
import { partMember } from './part-leavers.ts';

type Input = { id: number; householdId: number };

/** Puts somebody's points together with those of their household, and all they earn from now on. */
export async function poolPoints(ctx: Ctx, { id, householdId }: Input): Promise<Result<Done>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  const { subscriberId, walletId, householdId: pooledWith } = locked.value;
  if (pooledWith !== null) return fail('loyalty.pooled_already');
  if (!(await isOfHousehold(ctx, subscriberId, householdId))) {
    return fail('loyalty.no_such_household');
  }
  const { rows } = await sql<{ id: number }>`
    insert into point_wallets (household_id, opened_at)
    values (${householdId}, ${ctx.clock.now()})
    on conflict (household_id) do update set opened_at = point_wallets.opened_at
    returning id`.execute(ctx.db);
  const toId = rows[0]?.id ?? 0;
  await movePoints(ctx, { subscriberId, fromId: walletId, toId });
  await putInto(ctx, subscriberId, toId);
  await emit(ctx, {
    type: 'loyalty.points_pooled',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
  });
  return ok({});
}

/** Gives somebody a wallet of their own again: what was put together stays with the household. */
export async function unpoolPoints(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  if (locked.value.householdId === null) return fail('loyalty.not_pooled');
  await partMember(ctx, locked.value);
  return ok({});
}

async function isOfHousehold(ctx: Ctx, subscriberId: number, id: number): Promise<boolean> {
  // households_pkey, household_members_pkey
  const { rows } = await sql`
    select from households h
    join   household_members m on m.household_id = h.id
    join   subscribers o on o.id = m.subscriber_id
    where  h.id = ${id} and h.closed_at is null and h.kind = 'household'
    and    o.root_id = ${subscriberId}`.execute(ctx.db);
  return rows.length > 0;
}
