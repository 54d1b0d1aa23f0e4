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
  // What was moved is taken from where it lies now, each part of it; what was spent before that
  // from the wallet that its subscriber has now. point_earnings_moved_from (moved_from_id)
  const found = await sql`
    insert into reversed_points
    with recursive taken as materialized (
      select e.id, e.subscriber_id, e.points from point_earnings e
      where  e.state = 'posted' and e.rule_id is not null and e.expires_on >= ${day} and ${which}
      order  by e.id for update),
    parts as (
      select t.id as first_id, t.id from taken t
      union all
      select p.first_id, c.id from parts p join point_earnings c on c.moved_from_id = p.id),
    lying as (
      select p.first_id, e.id, coalesce(n.points, 0) > 0 as is_moved, e.wallet_id,
             greatest(0, e.points - coalesce(n.points, 0)) as points
      from   parts p
      join   point_earnings e on e.id = p.id
      left   join lateral (
        select sum(c.points) as points from point_earnings c
        where  c.moved_from_id = e.id) n on true),
    whole as (
      select y.id, case when y.is_moved then coalesce(b.wallet_id, y.wallet_id)
                        else y.wallet_id end as wallet_id,
             least(y.points, greatest(0, t.points - (sum(y.points) over one - y.points)))::bigint
               as points
      from   lying y
      join   taken t on t.id = y.first_id
      join   subscribers o on o.id = t.subscriber_id
      left   join loyalty_members b on b.subscriber_id = o.root_id
      window one as (partition by y.first_id order by y.is_moved, y.id))
    select w.id, ${nextPostingId}, w.wallet_id, ${POINTS}, -w.points
    from  (select * from whole order by id) w`.execute(ctx.db);
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
      sql`select posting_id, wallet_id, currency, amount_minor from reversed_points
          where amount_minor <> 0`,
    );
    await sql`
      update point_earnings e set state = 'reversed', reason = ${reason}, decided_at = ${now}
      from   reversed_points r where r.id = e.id`.execute(ctx.db);
  }
  return count + Number(dropped.numAffectedRows ?? 0n);
}
