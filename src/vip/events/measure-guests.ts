import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { closedMonth } from '../programme/rules.ts';

/** How many closed months before and after are looked at. */
const MONTHS = 3;

/** Clients who were asked: what a month brought before and after, and whether they are with us. */
export type Measured = {
  hasCome: boolean;
  beforeMinor: number;
  changeMinor: number;
  hasStayed: boolean;
};

/** Closed months after the one of the event, at most three. */
export function closedMonthsAfter(ctx: Ctx, on: string): number {
  const last = closedMonth(ctx);
  let months = 0;
  while (months < MONTHS && monthOf(on, months + 1) <= last) months += 1;
  return months;
}

/**
 * What guests of an event brought a month before it and in so many months after it. Only those of
 * tiers of which some came and some did not are compared, and only who was charged in each month
 * before: like with like. The month of the event itself counts nowhere.
 */
export async function measureGuests(
  ctx: Ctx,
  { id, on }: { id: number; on: string },
  months: number,
): Promise<Measured[]> {
  if (months === 0) return [];
  const [from, to] = [monthOf(on, -MONTHS), monthOf(on, months)];
  const month = monthOf(on, 0);
  // vip_event_guests_event_id_subscriber_id_key, subscribers_root (root_id), accounts_subscriber,
  // charges_month (month, account_id)
  const { rows } = await sql<Measured>`
    with guest as (
      select s.root_id as id, max(g.tier) as tier, bool_or(coalesce(g.has_come, false)) as has_come
      from   vip_event_guests g join subscribers s on s.id = g.subscriber_id
      where  g.event_id = ${id} and g.state <> 'withdrawn' group by s.root_id),
    alike as (
      select g.* from guest g
      where  exists (select from guest o where o.tier = g.tier and o.has_come <> g.has_come)),
    charged as (
      select g.id,
             coalesce(sum(c.amount_minor) filter (where c.month < ${month}::date), 0)
               / ${MONTHS}::numeric as before_minor,
             coalesce(sum(c.amount_minor) filter (where c.month > ${month}::date), 0)
               / ${months}::numeric as after_minor
      from   alike g
      join   subscribers m on m.root_id = g.id
      join   accounts a on a.subscriber_id = m.id and a.currency = ${ctx.operator.currency}
      join   charges c on c.account_id = a.id and c.kind in ('fee', 'usage')
                      and c.month between ${from}::date and ${to}::date
      group  by g.id
      having count(distinct c.month) filter (where c.month < ${month}::date) = ${MONTHS})
    select g.has_come, round(c.before_minor)::bigint as before_minor,
           round(c.after_minor - c.before_minor)::bigint as change_minor,
           r.status <> 'left' and r.erased_at is null as has_stayed
    from   alike g
    join   charged c on c.id = g.id and c.before_minor > 0
    join   subscribers r on r.id = g.id`.execute(ctx.db);
  return rows;
}
