import { sql } from 'kysely';
import { accountLives } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { thisMonth } from '../months.ts';

const MOST_MONTHS = 36;

/**
 * Counts one month in a round, the latest first: those never counted, or last before they were
 * over, and once a day the two that charges may still be written into.
 */
export const cohortTick: Tick = {
  name: 'sales.cohorts',
  everySeconds: 10,
  run: async (ctx) => {
    const month = await findDue(ctx);
    if (month) await countMonth(ctx, month);
  },
};

async function findDue(ctx: Ctx): Promise<string | undefined> {
  const current = thisMonth(ctx);
  // ledger_transactions_occurred (occurred_on, id), cohort_counts_pkey
  const { rows } = await sql<{ month: string }>`
    select m::date as month
    from   (select greatest(date_trunc('month', min(occurred_on)),
                            ${monthOf(current, 1 - MOST_MONTHS)}::date) as from_month
            from   ledger_transactions) first
    cross  join generate_series(first.from_month, ${current}::date, interval '1 month') m
    left   join cohort_counts c on c.month = m::date
    where  c.month is null
    or     c.counted_on < ${today(ctx)}
           and (m::date >= ${monthOf(current, -1)} or c.counted_on < m + interval '1 month')
    order  by m desc limit 1`.execute(ctx.db);
  return rows[0]?.month;
}

/** Counts the accounts of each cohort that are there when the month ends, and their charges. */
async function countMonth(ctx: Ctx, month: string): Promise<void> {
  const end = monthOf(month, 1);
  const day = today(ctx);
  await sql`
    insert into cohort_counts (month, counted_on) values (${month}, ${day})
    on conflict (month) do update set counted_on = excluded.counted_on`.execute(ctx.db);
  await sql`delete from cohort_months where month = ${month}`.execute(ctx.db);
  // All of them are read once: ledger_transactions_occurred, ledger_postings_transaction.
  await sql`
    with known as materialized (
      select a.id, date_trunc('month', a.connected_on)::date as cohort,
             a.gone_on is null or a.gone_on >= ${end} as is_alive
      from   ${accountLives(ctx)} a where a.connected_on < ${end}::date),
    charged as (
      select k.cohort, -sum(p.amount_minor) as minor
      from   ledger_transactions t
      join   ledger_postings p on p.transaction_id = t.id
      join   ledger_accounts l on l.id = p.ledger_account_id and l.kind = 'subscriber'
      join   known k on k.id = l.account_id
      where  t.occurred_on >= ${month} and t.occurred_on < ${end}
      and    exists (select from ledger_postings o
                     join   ledger_accounts r on r.id = o.ledger_account_id
                     where  o.transaction_id = t.id and r.kind = 'revenue')
      group  by k.cohort),
    spent as (
      select k.cohort, sum(v.cost_minor) as minor
      from   subscriptions s
      join   product_versions v on v.id = s.product_version_id and v.cost_minor > 0
      join   known k on k.id = s.account_id
      where  (s.started_on is null or s.started_on < ${end})
      and    (s.ended_on is null or s.ended_on >= ${end}) and k.is_alive
      group  by k.cohort)
    insert into cohort_months (cohort, month, connected, alive, revenue_minor, cost_minor)
    select k.cohort, ${month}, k.connected, k.alive, coalesce(c.minor, 0), coalesce(s.minor, 0)
    from   (select cohort, count(*) as connected, count(*) filter (where is_alive) as alive
            from   known group by cohort) k
    left   join charged c using (cohort)
    left   join spent s using (cohort)`.execute(ctx.db);
  await sql`
    update cohort_counts c set subscriptions = n.subscriptions, costed = n.costed
    from   (select count(*) as subscriptions, count(v.cost_minor) as costed
            from   subscriptions s join product_versions v on v.id = s.product_version_id
            where  (s.started_on is null or s.started_on < ${end})
            and    (s.ended_on is null or s.ended_on >= ${end})) n
    where  c.month = ${month}`.execute(ctx.db);
}
