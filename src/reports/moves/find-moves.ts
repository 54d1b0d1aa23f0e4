import { sql } from 'kysely';
import { accountLives } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Rows after one up to another, all after it where there is none; days before one. */
export type Portion = { fromId: number; toId: number | null; before: string };

/**
 * Cases are kept beside the day an account was closed, not on it: so many days apart at most. Which
 * accounts leave by a case, its exit says; another case of the same person comes after that.
 */
const CASE_DAYS = 45;

/** The table `reports_fresh`: what accounts of a portion changed, of the columns of the moves. */
export async function findMoves(ctx: Ctx, portion: Portion): Promise<void> {
  // subscribers_root, accounts_subscriber, service_addresses_pkey, exit_accounts_account,
  // retention_cases_subscriber
  await sql`
    create temp table reports_fresh on commit drop as
    with ${steps(ctx, portion)}
    select s.account_id, s."on", s."on" = l.connected_on as is_connected,
           s."on" = l.connected_on and r.is_return as is_returned,
           s."on" is not distinct from l.gone_on as is_gone,
           c.is_by_wish, c.reason_id, s."on" > l.connected_on as was_here,
           l.gone_on is null or s."on" < l.gone_on as is_here,
           s.before_minor, s.minor as after_minor,
           case when s.before_minor = s.minor then null
                when s.before_minor = 0 and (s.has_paid or r.is_return) then 'return'
                when s.before_minor = 0 then 'new' when s.minor = 0 then 'churn'
                when s.minor > s.before_minor then 'expansion' else 'contraction' end as movement,
           s.from_product_id, s.product_id as to_product_id,
           coalesce(place.district, '') as district, coalesce(place.technology, '') as technology
    from   steps s
    join   lives l on l.id = s.account_id
    cross  join lateral (
      select exists (select from subscribers k join accounts o on o.subscriber_id = k.id
                     where  k.root_id = l.root_id and o.id <> l.id and not o.is_taken_back
                     and    o.closed_on <= l.connected_on) as is_return) r
    left   join lateral (
      select b.district, b.technology
      from   service_addresses e
      join   premises h on h.id = e.premise_id
      join   buildings b on b.id = h.building_id
      where  e.id = l.service_address_id) place on true
    left   join lateral (
      select w.source not in ('stopped_paying', 'silent') as is_by_wish,
             coalesce(g.parent_id, g.id) as reason_id
      from  (select x.source, x.reason_id, x.id, true as is_own, e.ends_on as left_on
             from   exit_accounts e join retention_cases x on x.id = e.case_id
             where  e.account_id = l.id
             union  all
             select x.source, x.reason_id, x.id, false, x.left_on
             from   subscribers k join retention_cases x on x.subscriber_id = k.id
             where  k.root_id = l.root_id and x.outcome = 'left') w
      left   join leaving_reasons g on g.id = w.reason_id
      where  s."on" = l.gone_on and w.left_on between l.gone_on - ${sql.lit(CASE_DAYS)}
                                                  and l.gone_on + ${sql.lit(CASE_DAYS)}
      order  by w.is_own desc, abs(w.left_on - l.gone_on), w.id desc limit 1) c on true
    where  s."on" = l.connected_on or s."on" is not distinct from l.gone_on
    or     s.before_minor <> s.minor or s.from_product_id is distinct from s.product_id`.execute(
    ctx.db,
  );
}

/** `lives` of the portion, and its `steps`: what each paid a month before and after a day. */
function steps(ctx: Ctx, { fromId, toId, before }: Portion) {
  const end = sql`${sql.lit(before)}::date`;
  // accounts_pkey, subscriptions_account (account_id)
  return sql`
    lives as materialized (
      select a.*, s.root_id from ${accountLives(ctx)} a
      join   subscribers s on s.id = a.subscriber_id
      where  a.id > ${sql.lit(fromId)}
      ${toId === null ? sql`` : sql`and a.id <= ${sql.lit(toId)}`}
      and    a.connected_on < ${end}),
    lines as materialized (
      select l.id as account_id, v.product_id, p.kind = 'tariff' as is_tariff,
             greatest(x.started_on, l.connected_on) as from_on,
             least(x.ended_on, l.gone_on) as to_on,
             case when l.currency = ${sql.lit(ctx.operator.currency)}
                  then coalesce(x.monthly_fee_minor, v.monthly_fee_minor) else 0 end as fee_minor
      from   lives l
      join   subscriptions x on x.account_id = l.id
      join   product_versions v on v.id = x.product_version_id
      join   products p on p.id = v.product_id),
    days as (
      select id as account_id, connected_on as "on" from lives
      union  select id, gone_on from lives
      union  select account_id, from_on from lines where to_on is null or from_on < to_on
      union  select account_id, to_on from lines where from_on < to_on),
    states as (
      select d.account_id, d."on", coalesce(sum(l.fee_minor), 0)::bigint as minor,
             (array_agg(l.product_id order by l.is_tariff desc, l.fee_minor desc, l.product_id)
                filter (where l.product_id is not null))[1] as product_id
      from   days d
      left   join lines l on l.account_id = d.account_id and l.from_on <= d."on"
                          and (l.to_on is null or l.to_on > d."on")
      where  d."on" < ${end} group by d.account_id, d."on"),
    steps as (
      select s.*, lag(s.minor, 1, 0::bigint) over w as before_minor,
             lag(s.product_id) over w as from_product_id,
             coalesce(bool_or(s.minor > 0) over (w rows between unbounded preceding
                                                  and 1 preceding), false) as has_paid
      from   states s window w as (partition by s.account_id order by s."on"))`;
}
