import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { groupings, sellingApi } from '../api/selling.ts';
import { isSold } from '../deals/is-sold.ts';
import { reaches } from '../reach.ts';

type Output = z.input<(typeof sellingApi)['GET /api/selling']['output']>;
type Row = Output['rows'][number];
type Input = { from: string; to: string; by: (typeof groupings)[number] };

const LONGEST_DAYS = 400;

/** How deals of a period were sold, and what it brought, as far as the asker may see. */
export async function showSelling(ctx: Ctx, { from, to, by }: Input): Promise<Result<Output>> {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const days = first.until(last).days;
  if (days < 0 || days > LONGEST_DAYS) return fail('sales.period_too_long');
  const { timeZone, currency } = ctx.operator;
  const startOf = (day: Temporal.PlainDate): string =>
    day.toZonedDateTime({ timeZone }).toInstant().toString();
  const group = groups[by](timeZone);
  // deals_opened (opened_at, id); guided_sales_deal, sale_recommendations_sale,
  // guided_objections_sale, guided_furthers_pkey
  const { rows } = await sql<Row & { isTotal: boolean }>`
    with facts as (
      select ${group.id} as id, ${group.name} as name, d.monthly_minor, ${isSold} as is_sold,
             f.*
      from   deals d
      left   join staff s on s.id = d.owner_staff_id
      left   join teams t on t.id = d.team_id
      cross  join lateral (${factsOfDeal}) f
      where  d.opened_at >= ${startOf(first)}::timestamptz
      and    d.opened_at < ${startOf(last.add({ days: 1 }))}::timestamptz
      and    d.currency = ${currency} and ${reaches(ctx, 'sales.work')})
    select id, name, grouping(id, name) <> 0 as is_total, count(*) as deals,
           ${count(sql`is_guided`)} as guided, ${count(sql`is_recommended`)} as recommended,
           ${count(sql`is_objected`)} as objected, ${count(sql`is_handled`)} as handled,
           ${count(sql`is_offered`)} as offered, ${count(sql`is_pitched`)} as pitched,
           ${count(sql`is_sold`)} as sold,
           ${prices(sql`is_recommended`)} as named, ${prices(sql`not is_recommended`)} as unnamed
    from   facts
    group  by grouping sets ((id, name), ())
    order  by is_total, name nulls last, id limit 1000`.execute(ctx.db);
  const [total] = rows.filter((row) => row.isTotal);
  if (!total) throw new Error('an empty grouping set has a row always');
  const told = rows.filter((row) => !row.isTotal).map(({ isTotal: _isTotal, ...row }) => row);
  return ok({ currency, total, rows: told });
}

type Group = { id: RawBuilder<unknown>; name: RawBuilder<unknown> };

const groups: Record<Input['by'], (timeZone: string) => Group> = {
  agent: () => ({ id: sql`d.owner_staff_id`, name: sql`s.name` }),
  team: () => ({ id: sql`d.team_id`, name: sql`t.name` }),
  month: (timeZone) => ({
    id: sql`null::bigint`,
    name: sql`to_char(d.opened_at at time zone ${timeZone}, 'YYYY-MM')`,
  }),
};

/** What was done in the guided sales of deal `d`. */
const factsOfDeal = sql`
  select coalesce(bool_or(true), false) as is_guided,
         coalesce(bool_or(exists (
           select from sale_recommendations n
           where  n.guided_sale_id = g.id and n.fee_minor is not null)), false) as is_recommended,
         coalesce(bool_or(o.is_objected), false) as is_objected,
         coalesce(bool_or(o.is_handled), false) as is_handled,
         coalesce(bool_or(p.is_offered), false) as is_offered,
         coalesce(bool_or(p.is_pitched), false) as is_pitched
  from   guided_sales g
  cross  join lateral (
    select count(*) > 0 as is_objected, bool_or(x.has_helped) as is_handled
    from   guided_objections x where x.guided_sale_id = g.id) o
  cross  join lateral (
    select count(*) > 0 as is_offered, bool_or(y.answer <> 'not_said') as is_pitched
    from   guided_furthers y where y.guided_sale_id = g.id) p
  where  g.deal_id = d.id`;

const count = (which: RawBuilder<unknown>): RawBuilder<number> =>
  sql`count(*) filter (where ${which})`;

/** Of sold deals that have a price. */
const prices = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  jsonb_build_object(
    'count', count(*) filter (where is_sold and monthly_minor > 0 and ${which}),
    'sumMinor', coalesce(sum(monthly_minor) filter (where is_sold and ${which}), 0))`;
