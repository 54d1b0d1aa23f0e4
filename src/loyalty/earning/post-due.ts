import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { nextPostingId, openDay, POINTS, postSelected } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';

/** Of so many a transaction is made at once. */
const MOST = 50_000;

/**
 * Posts what is due, so that it can be spent, and lets go of that whose condition has failed.
 * @returns how many were posted; the caller asks again while it is not nought
 */
export async function postDue(ctx: Ctx): Promise<number> {
  const day = today(ctx);
  const isAny = await sql`
    select from point_earnings where state = 'pending' and due_on <= ${day} limit 1`.execute(
    ctx.db,
  );
  if (isAny.rows.length === 0) return 0;
  await dropFailed(ctx, day);
  const { lifeMonths } = await loadProgramme(ctx);
  await sql`create temporary table if not exists due_points (
    id bigint, posting_id bigint, wallet_id bigint, currency text, amount_minor bigint)
    on commit drop`.execute(ctx.db);
  await sql`truncate due_points`.execute(ctx.db);
  // point_earnings_due (due_on, id) where state = 'pending'
  const due = await sql`
    insert into due_points
    select e.id, ${nextPostingId}, e.wallet_id, ${POINTS}, e.points
    from  (select id, wallet_id, points from point_earnings
           where  state = 'pending' and due_on <= ${day}
           order  by due_on, id limit ${MOST} for update skip locked) e`.execute(ctx.db);
  const count = Number(due.numAffectedRows ?? 0n);
  if (count === 0) return 0;
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
           expires_on = (date_trunc('month', ${occurredOn}::date)
                         + (${lifeMonths}::int + 1) * interval '1 month')::date - 1
    from   due_points d where d.id = e.id`.execute(ctx.db);
  return count;
}

/** What was taken on and given up again before its points were due brings none. */
async function dropFailed(ctx: Ctx, day: string): Promise<void> {
  // point_earnings_due (due_on, id) where state = 'pending', subscriptions_pkey,
  // subscribers_root, accounts_subscriber, subscriptions_account
  await sql`
    update point_earnings e
    set    state = 'dropped', reason = 'given_up', decided_at = ${ctx.clock.now()}
    from   earning_rules r, subscriptions x, product_versions v
    where  e.state = 'pending' and e.due_on <= ${day} and r.id = e.rule_id
    and    r.signal = 'add_on' and x.id = e.subject_id and v.id = x.product_version_id
    and    x.ended_on <= e.due_on
    and    not exists (
      select from subscribers s
      join   subscribers m on m.root_id = s.root_id
      join   accounts a on a.subscriber_id = m.id
      join   subscriptions y on y.account_id = a.id
      join   product_versions w on w.id = y.product_version_id and w.product_id = v.product_id
      where  s.id = e.subscriber_id and coalesce(y.started_on, e.due_on) <= e.due_on
      and   (y.ended_on is null or y.ended_on > e.due_on))`.execute(ctx.db);
}
