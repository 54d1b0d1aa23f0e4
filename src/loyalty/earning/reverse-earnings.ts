import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { nextPostingId, openDay, POINTS, postSelected } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';

/**
 * Takes earnings back: those not posted are dropped, posted ones are taken from the wallet, which
 * may fall below nought; what has run out by now is left. Twice takes once.
 * @param which a condition on `point_earnings e`
 * @returns how many were taken back
 */
export async function reverseEarnings(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  reason: string,
): Promise<number> {
  const day = today(ctx);
  const now = ctx.clock.now();
  const dropped = await sql`
    update point_earnings e set state = 'dropped', reason = ${reason}, decided_at = ${now}
    where  e.state in ('pending', 'held') and ${which}`.execute(ctx.db);
  await sql`create temporary table if not exists reversed_points (
    id bigint, posting_id bigint, wallet_id bigint, currency text, amount_minor bigint)
    on commit drop`.execute(ctx.db);
  await sql`truncate reversed_points`.execute(ctx.db);
  // Of whoever has pooled since, from the wallet that they have now.
  const found = await sql`
    insert into reversed_points
    select t.id, ${nextPostingId}, coalesce(b.wallet_id, t.wallet_id), ${POINTS}, -t.points
    from  (select e.id, e.subscriber_id, e.wallet_id, e.points from point_earnings e
           where  e.state = 'posted' and e.expires_on >= ${day} and ${which}
           order  by e.id for update) t
    left   join loyalty_members b on b.subscriber_id = t.subscriber_id`.execute(ctx.db);
  const count = Number(found.numAffectedRows ?? 0n);
  if (count > 0) {
    const { rows } = await sql<{ firstId: number }>`
      select min(id) as first_id from reversed_points`.execute(ctx.db);
    await postSelected(
      ctx,
      {
        kind: 'points_taken_back',
        key: `points taken back ${day} from ${rows[0]?.firstId}`,
        occurredOn: await openDay(ctx, day),
        counterpart: 'points_issued',
        holder: 'wallet',
        facts: { reason },
      },
      sql`select posting_id, wallet_id, currency, amount_minor from reversed_points`,
    );
    await sql`
      update point_earnings e set state = 'reversed', reason = ${reason}, decided_at = ${now}
      from   reversed_points r where r.id = e.id`.execute(ctx.db);
  }
  return count + Number(dropped.numAffectedRows ?? 0n);
}
