import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { gatherCharged, gatherConsidered, type Whom } from './charged.ts';
import { numbers } from './numbers.ts';
import { closedMonth, type Rules } from './rules.ts';

const monthsOf = (since: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`
  (select coalesce(extract(year from g) * 12 + extract(month from g), 0)::int
   from   age(${day}, ${since}) g)`;

/**
 * The table `vip_counted` of this transaction: of everybody who may be of the programme what they
 * are charged, since when they are with us and pay in time, what lacks and which tier it makes.
 *
 * A month is the last closed one. Whoever is with us or pays in time for exactly the bound is not
 * above it; the tier follows the dearest number, and who is admitted by an account's total is of
 * the highest.
 * Careful is as billing keeps it: since when no account was short for longer than counts as late.
 * An account that never was takes nothing from what others have shown.
 */
export async function countClients(ctx: Ctx, rules: Rules, whom: Whom = 'all'): Promise<void> {
  await gatherCharged(ctx, whom);
  await gatherConsidered(ctx, rules, whom);
  await sumUp(ctx);
  await judge(ctx, rules);
}

async function sumUp(ctx: Ctx): Promise<void> {
  const month = closedMonth(ctx);
  // subscribers_root (root_id), accounts_subscriber (subscriber_id), trust_limits_pkey
  await sql`
    create temp table vip_summed on commit drop as
    with recursive held as materialized (
      select a.id, s.root_id, a.contract_on
      from   vip_considered k
      join   subscribers s on s.root_id = k.id
      join   accounts a on a.subscriber_id = s.id
      where  a.state <> 'closed' and a.currency = ${sql.lit(ctx.operator.currency)}),
    ${numbers(month)},
    dearest as (
      select distinct on (h.root_id) h.root_id, n.line_id, n.minor
      from   numbered n join held h on h.id = n.account_id
      order  by h.root_id, n.minor desc, n.line_id),
    summed as (select account_id, sum(minor)::bigint as minor from vip_charged group by account_id),
    largest as (
      select distinct on (h.root_id) h.root_id, h.id as account_id, coalesce(s.minor, 0) as minor
      from   held h left join summed s on s.account_id = h.id
      order  by h.root_id, coalesce(s.minor, 0) desc, h.id),
    whole as (
      select h.root_id, sum(coalesce(s.minor, 0))::bigint as minor, min(h.contract_on) as since,
             case when not bool_or(t.account_id is not null and t.careful_since is null)
                  then coalesce(max(t.late_ended_on), min(t.careful_since)) end as careful_since
      from   held h
      left   join summed s on s.account_id = h.id
      left   join trust_limits t on t.account_id = h.id
      group  by h.root_id),
    lines as (
      select h.root_id, count(*)::int as lines
      from   line l join held h on h.id = l.account_id group by h.root_id)
    select r.id, r.kind,
           coalesce((select min(m.customer_since) from subscribers m where m.root_id = r.id),
                    w.since) as with_us_since, w.careful_since,
           coalesce(d.minor, 0) as number_minor, d.line_id as number_line_id,
           coalesce(g.minor, 0) as account_minor, g.account_id, coalesce(w.minor, 0) as total_minor,
           coalesce(l.lines, 0) as lines,
           w.root_id is not null and r.status <> 'left' and r.erased_at is null as is_here
    from   vip_considered k
    join   subscribers r on r.id = k.id
    left   join whole w on w.root_id = r.id
    left   join dearest d on d.root_id = r.id
    left   join largest g on g.root_id = r.id
    left   join lines l on l.root_id = r.id`.execute(ctx.db);
}

async function judge(ctx: Ctx, rules: Rules): Promise<void> {
  const day = sql`${sql.lit(today(ctx))}::date`;
  const lit = (value: number) => sql`${sql.lit(value)}::bigint`;
  const months = (count: number) => sql`make_interval(months => ${sql.lit(count)})`;
  const near = sql`(100 - ${sql.lit(rules.nearPercent)}) / 100`;
  await sql`
    create temp table vip_counted on commit drop as
    with known as (
      select s.*,
             s.number_minor > ${lit(rules.numberAboveMinor)}
               or s.account_minor > ${lit(rules.accountAboveMinor)} as is_charged,
             s.number_minor >= ${lit(rules.numberAboveMinor)} * ${near}
               or s.account_minor >= ${lit(rules.accountAboveMinor)} * ${near} as is_near,
             coalesce(s.with_us_since + ${months(rules.monthsAbove)} < ${day}, false) as is_long,
             coalesce(s.careful_since + ${months(rules.carefulMonths)} <= ${day}, false)
               or ${sql.lit(rules.carefulMonths)} = 0 as is_careful
      from   vip_summed s)
    select k.*,
           k.is_here and k.is_charged and k.is_long and k.is_careful as is_met,
           k.is_here and not (k.is_charged and k.is_long and k.is_careful)
             and (k.is_charged or k.is_near and k.is_long and k.is_careful) as is_candidate,
           case when k.account_minor > ${lit(rules.accountAboveMinor)}
                  or k.number_minor >= ${lit(rules.veryHighFromMinor)} then 'very_high'
                when k.number_minor >= ${lit(rules.highFromMinor)} then 'high'
                else 'profitable' end as tier,
           k.is_here and k.kind = 'organisation'
             and (k.lines >= ${sql.lit(rules.corporateLines)}
                  or k.total_minor > ${lit(rules.corporateAboveMinor)})
             and (${sql.lit(rules.corporateMonths)} = 0 or coalesce(
                  k.with_us_since + ${months(rules.corporateMonths)} < ${day}, false))
             as is_corporate,
           (select coalesce(jsonb_agg(jsonb_build_object('what', m.what, 'by', m.by)), '[]')
            from  (values
              ('charges', k.is_charged, least(${lit(rules.numberAboveMinor)} - k.number_minor,
                                              ${lit(rules.accountAboveMinor)} - k.account_minor) + 1),
              ('months', k.is_long, greatest(1, ${sql.lit(rules.monthsAbove)}
                 - ${monthsOf(sql`k.with_us_since`, day)})::bigint),
              ('careful', k.is_careful, greatest(1, ${sql.lit(rules.carefulMonths)}
                 - ${monthsOf(sql`k.careful_since`, day)})::bigint))
              m (what, holds, by)
            where  not m.holds) as missing
    from   known k`.execute(ctx.db);
  await sql`analyze vip_counted`.execute(ctx.db);
}
