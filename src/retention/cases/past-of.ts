import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { paymentKinds } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import type { Case } from '../api/cases.ts';

type Past = NonNullable<z.input<typeof Case>['past']>;
type Promised = Past['promised'][number];

const MOST_PROMISED = 12;
/** What the ledger has of payments, however they came, less what was given back. */
const paid = sql`(${sql.join([...paymentKinds, 'payment_return'])})`;
const holder = { owner: 'r.ownerStaffId', team: 'r.teamId' };

/** What somebody is to us and what has been: on one screen, so that nobody looks elsewhere. */
export async function pastOf(ctx: Ctx, rootId: number): Promise<Past> {
  const [found, promised] = await Promise.all([factsOf(ctx, rootId), promisedTo(ctx, rootId)]);
  const { isMoneySeen, ...facts } = found;
  if (isMoneySeen) return { ...facts, promised };
  return {
    ...facts,
    monthlyMinor: null,
    paidYearMinor: null,
    balanceMinor: null,
    promised: promised.map((one) => ({ ...one, amountMinor: null })),
  };
}

type Facts = Omit<Past, 'promised'> & {
  /** Whether the reader may see money of theirs: to work on a case does not open that by itself. */
  isMoneySeen: boolean;
};

async function factsOf(ctx: Ctx, rootId: number): Promise<Facts> {
  const now = ctx.clock.now();
  const day = today(ctx);
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  // subscribers_root (root_id), accounts_subscriber (subscriber_id), ledger_accounts_account,
  // ledger_postings_account, subscriptions_account (account_id), service_breaks_account,
  // tickets_subscriber
  const { rows } = await sql<Omit<Facts, 'currency'>>`
    with people as (select id from subscribers where root_id = ${rootId}),
    held as (
      select a.id, a.number, a.state from accounts a join people p on p.id = a.subscriber_id),
    served as (
      select s.account_id, p.name, p.kind, v.leaving_fee_minor, s.started_on, v.least_months,
             coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as fee_minor
      from   held h
      join   subscriptions s on s.account_id = h.id
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id
      where  coalesce(s.started_on, '-infinity') <= ${day}
      and    coalesce(s.ended_on, 'infinity') > ${day})
    select (select customer_since from subscribers where id = ${rootId}),
           (select ${visibleTo(ctx, 'billing.view', holder)} from subscribers r
            where r.id = ${rootId}) as is_money_seen,
           (select coalesce(sum(fee_minor), 0)::bigint from served) as monthly_minor,
           (select coalesce(sum(x.amount_minor), 0)::bigint
            from   held h join ledger_accounts l on l.account_id = h.id
            join   ledger_postings x on x.ledger_account_id = l.id
            join   ledger_transactions t on t.id = x.transaction_id
            where  t.kind in ${paid} and t.occurred_on > ${day}::date - 365) as paid_year_minor,
           (select coalesce(sum(b.balance_minor), 0)::bigint
            from   held h join ledger_accounts l on l.account_id = h.id
            join   ledger_balances b on b.ledger_account_id = l.id) as balance_minor,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', h.id, 'number', h.number, 'state', h.state,
                     'boundUntil', (
                       select max((x.started_on + x.least_months * interval '1 month')::date)
                       from   served x
                       where  x.account_id = h.id and x.leaving_fee_minor > 0
                       and   (x.started_on + x.least_months * interval '1 month')::date > ${day}))
                     order by h.state = 'closed', h.id), '[]') from held h) as accounts,
           (select coalesce(jsonb_agg(name order by name), '[]') from served
            where  kind = 'tariff') as tariffs,
           (select count(*) from tickets t join people p on p.id = t.subscriber_id
            where  t.state not in ('done', 'closed') and t.merged_into_id is null) as tickets_open,
           (select count(*) from tickets t join people p on p.id = t.subscriber_id
            where  t.opened_at > ${before(90)} and t.merged_into_id is null) as tickets_recent,
           (select count(*) from held h join service_breaks k on k.account_id = h.id
            where  k.kind = 'suspended' and k.began_at > ${before(365)}) as suspensions_year`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (!row) throw new Error('a query of sums has one row');
  return { ...row, currency: ctx.operator.currency };
}

/** What was promised before: money put right, discounts, deferrals, a word to come back. */
async function promisedTo(ctx: Ctx, rootId: number): Promise<Promised[]> {
  const { timeZone } = ctx.operator;
  // subscribers_root, accounts_subscriber, discounts_account, corrections_account,
  // promises_account, given_offers_subscriber, follow_ups_subscriber; what was given as money
  // stands among the first two
  const { rows } = await sql<Promised>`
    with people as (select id from subscribers where root_id = ${rootId}),
    held as (select a.id from accounts a join people p on p.id = a.subscriber_id)
    (select 'discount' as kind, d.words, d.from_on as on, (d.to_on - 1) as until_on,
            null::bigint as amount_minor
     from   held h join discounts d on d.account_id = h.id order by d.id desc limit 5)
    union all
    (select 'correction', k.name, (c.proposed_at at time zone ${timeZone})::date, null,
            c.amount_minor
     from   held h join corrections c on c.account_id = h.id
     join   correction_reasons k on k.id = c.reason_id
     where  c.state in ('proposed', 'posted') order by c.id desc limit 5)
    union all
    (select 'promise', '', (p.taken_at at time zone ${timeZone})::date,
            (p.due_at at time zone ${timeZone})::date - 1, p.amount_minor
     from   held h join promises p on p.account_id = h.id order by p.id desc limit 3)
    union all
    (select 'offer', o.name, (g.given_at at time zone ${timeZone})::date, null, null
     from   people w join given_offers g on g.subscriber_id = w.id
     join   retention_offers o on o.id = g.offer_id
     where  g.undone_at is null and o.kind in ('repair', 'deferral', 'tariff')
     order  by g.id desc limit 3)
    union all
    (select 'follow_up', f.text, (f.created_at at time zone ${timeZone})::date,
            (f.due_at at time zone ${timeZone})::date, null
     from   people w join follow_ups f on f.subscriber_id = w.id
     where  f.done_at is null order by f.id desc limit 3)
    order  by 3 desc limit ${MOST_PROMISED}`.execute(ctx.db);
  return rows;
}
