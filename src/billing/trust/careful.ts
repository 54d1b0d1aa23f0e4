import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { TrustSettings } from '../api/trust.ts';
import { dayOf } from '../states/local-days.ts';
import { loadTrust } from './load-rule.ts';

/**
 * Keeps since when accounts have paid in time, that is, have not been short of money for more days
 * than count as late. Of an account that is looked at for the first time it is read from the
 * statement: since its last day of being late, or its first movement. When it was last late is kept
 * beside it, so that an account that was only just opened is no reason to begin anew.
 * @param which a condition on `accounts a`
 */
export async function noteCareful(
  ctx: Ctx,
  { lateDays }: TrustSettings,
  which: RawBuilder<unknown>,
): Promise<void> {
  const day = today(ctx);
  // accounts_pkey, trust_limits_pkey, ledger_accounts_account,
  // ledger_postings_account (ledger_account_id, id desc), ledger_transactions_pkey
  await sql`
    with fresh as materialized (
      select a.id, a.credit_limit_minor from accounts a
      where  ${which} and not exists (select from trust_limits c where c.account_id = a.id)),
    moved as (
      select n.id, n.credit_limit_minor, t.occurred_on as "on", sum(p.amount_minor) as minor
      from   fresh n
      join   ledger_accounts l on l.account_id = n.id
      join   ledger_postings p on p.ledger_account_id = l.id
      join   ledger_transactions t on t.id = p.transaction_id
      group  by n.id, n.credit_limit_minor, t.occurred_on),
    stood as (
      select m.id, m."on", lead(m."on", 1, ${day}::date) over w as until_on,
             sum(m.minor) over w + m.credit_limit_minor < 0 as is_short
      from   moved m window w as (partition by m.id order by m."on")),
    stretch as (
      select s.*, count(*) filter (where not s.is_short)
                    over (partition by s.id order by s."on") as number
      from   stood s),
    late as (
      select id, max(to_on) as until_on
      from  (select id, min("on") as from_on, max(until_on) as to_on
             from   stretch where is_short group by id, number) short
      where  to_on - from_on > ${lateDays}::int
      group  by id),
    began as (select id, min("on") as "on" from moved group by id)
    insert into trust_limits (account_id, careful_since, late_ended_on)
    select n.id, coalesce(l.until_on, b."on", ${day}::date), l.until_on
    from   fresh n left join late l on l.id = n.id left join began b on b.id = n.id
    order  by n.id
    on     conflict (account_id) do nothing`.execute(ctx.db);
  // trust_limits_pkey, shortfalls_pkey
  await sql`
    update trust_limits c
    set    careful_since = case when s.is_late then null else ${day}::date end,
           late_ended_on = case when s.is_late then c.late_ended_on else ${day}::date end
    from  (select a.id, f.since_at is not null
                    and ${day}::date - ${dayOf(ctx, 'f.sinceAt')} > ${lateDays}::int as is_late
           from   accounts a left join shortfalls f on f.account_id = a.id where ${which}) s
    where  c.account_id = s.id and s.is_late = (c.careful_since is not null)`.execute(ctx.db);
}

/** The same of all accounts, for a base that brings what was paid: nobody's limit changes by it. */
export async function bulkNoteCareful(ctx: Ctx): Promise<void> {
  await noteCareful(ctx, await loadTrust(ctx), sql`true`);
}
