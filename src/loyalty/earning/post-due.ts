import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { nextPostingId, openDay, POINTS, postSelected } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { isGivenUp } from './given-up.ts';
import { signalsWith } from './signals.ts';

/** Of so many a transaction is made at once. */
const MOST = 50_000;

/**
 * Posts what is due, so that it can be spent, and lets go of that whose condition has failed. It
 * goes into the wallet that its member has at that moment.
 * @param subscriberId of that one alone, where it is not of all
 * @returns how many were posted or let go of; the caller asks again while it is not nought
 */
export async function postDue(ctx: Ctx, subscriberId?: number): Promise<number> {
  const day = today(ctx);
  const isDue = sql`e.state = 'pending' and e.due_on <= ${day} and ${
    subscriberId === undefined ? sql`true` : sql`e.subscriber_id = ${subscriberId}`
  }`;
  const isAny = await sql`
    select from point_earnings e where ${isDue} limit 1`.execute(ctx.db);
  if (isAny.rows.length === 0) return 0;
  const { lifeMonths } = await loadProgramme(ctx);
  await sql`create temporary table if not exists due_points (
    id bigint, subscriber_id bigint, posting_id bigint, wallet_id bigint, currency text,
    amount_minor bigint) on commit drop`.execute(ctx.db);
  await sql`truncate due_points`.execute(ctx.db);
  // point_earnings_due (due_on, id) where state = 'pending'
  await sql`
    insert into due_points (id, subscriber_id)
    select e.id, e.subscriber_id from point_earnings e
    where  ${isDue} order by e.due_on, e.id limit ${MOST}`.execute(ctx.db);
  const held = await holdDue(ctx);
  if (held === 0 || (await dropFailed(ctx)) === held) return held;
  const { rows } = await sql<{ firstId: number }>`
    select min(id) as first_id from due_points`.execute(ctx.db);
  const occurredOn = await openDay(ctx, day);
  const transactionId = await postSelected(
    ctx,
    {
      kind: 'points_earned',
      key: `points earned ${day} from ${rows[0]?.firstId}`,
      occurredOn,
      counterpart: 'points_issued',
      holder: 'wallet',
    },
    sql`select posting_id, wallet_id, currency, amount_minor from due_points`,
  );
  // They run out at the end of a month.
  await sql`
    update point_earnings e
    set    state = 'posted', transaction_id = ${transactionId}, posting_id = d.posting_id,
           wallet_id = d.wallet_id,
           expires_on = (date_trunc('month', ${occurredOn}::date)
                         + (${lifeMonths}::int + 1) * interval '1 month')::date - 1
    from   due_points d where d.id = e.id`.execute(ctx.db);
  return held;
}

/**
 * Locks whose points are due, then the points: whoever pools them at the same moment, or has them
 * moved, comes before or after, and what another posts is left to it.
 */
async function holdDue(ctx: Ctx): Promise<number> {
  await sql`
    select from loyalty_members where subscriber_id in (select subscriber_id from due_points)
    order  by subscriber_id for share`.execute(ctx.db);
  // point_earnings_pkey, loyalty_members_pkey
  await sql`
    with held as materialized (
      select e.id, b.wallet_id, e.points
      from   due_points d
      join   point_earnings e on e.id = d.id and e.state = 'pending'
      join   loyalty_members b on b.subscriber_id = e.subscriber_id
      order  by e.id for update of e skip locked)
    update due_points d
    set    wallet_id = h.wallet_id, currency = ${POINTS}, amount_minor = h.points,
           posting_id = ${nextPostingId}
    from   held h where h.id = d.id`.execute(ctx.db);
  await sql`delete from due_points where posting_id is null`.execute(ctx.db);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from due_points`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** What was taken on and given up again before its points were due brings none. */
async function dropFailed(ctx: Ctx): Promise<number> {
  // point_earnings_pkey
  const givenUp = isGivenUp({
    subscriptionId: sql`e.subject_id`,
    subscriberId: sql`e.subscriber_id`,
    on: sql`e.due_on`,
  });
  await sql`
    update point_earnings e
    set    state = 'dropped', reason = 'given_up', decided_at = ${ctx.clock.now()}
    from   due_points d, earning_rules r
    where  e.id = d.id and r.id = e.rule_id and r.signal = any(${signalsWith('canBeGivenUp')}) and ${givenUp}`.execute(
    ctx.db,
  );
  const { numAffectedRows = 0n } = await sql`
    delete from due_points d using point_earnings e
    where  e.id = d.id and e.state = 'dropped'`.execute(ctx.db);
  return Number(numAffectedRows);
}
