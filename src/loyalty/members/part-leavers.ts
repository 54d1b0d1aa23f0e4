import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { movePoints, putInto } from './move-points.ts';

/** Parts those who belong to the household of their wallet no more. @returns how many */
export async function partLeavers(ctx: Ctx, which: RawBuilder<unknown>): Promise<number> {
  // loyalty_members_wallet (wallet_id), point_wallets_household_id_key, household_members_pkey
  const { rows } = await sql<{ subscriberId: number; walletId: number }>`
    select b.subscriber_id, b.wallet_id
    from   point_wallets w
    join   loyalty_members b on b.wallet_id = w.id
    where  w.household_id is not null and ${which}
    and    not exists (
      select from subscribers o
      join   household_members m on m.subscriber_id = o.id and m.household_id = w.household_id
      where  o.root_id = (select s.root_id from subscribers s where s.id = b.subscriber_id))
    order  by b.subscriber_id for update of b`.execute(ctx.db);
  for (const leaver of rows) await partMember(ctx, leaver);
  return rows.length;
}

/**
 * Gives a member a wallet of their own again. The last one of a household takes along all that lies
 * there, or is owed.
 */
export async function partMember(
  ctx: Ctx,
  { subscriberId, walletId: fromId }: { subscriberId: number; walletId: number },
): Promise<void> {
  await sql`select from point_wallets where id = ${fromId} for update`.execute(ctx.db);
  const { rows } = await sql<{ id: number; isLast: boolean }>`
    insert into point_wallets (opened_at) values (${ctx.clock.now()})
    returning id, not exists (
      select from loyalty_members b
      where  b.wallet_id = ${fromId} and b.subscriber_id <> ${subscriberId}) as is_last`.execute(
    ctx.db,
  );
  const { id: toId = 0, isLast = false } = rows[0] ?? {};
  if (isLast) await movePoints(ctx, { subscriberId, fromId, toId });
  await putInto(ctx, subscriberId, toId);
  await emit(ctx, {
    type: 'loyalty.points_unpooled',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
  });
}
