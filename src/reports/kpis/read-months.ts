import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Month, Sum } from './kpis.ts';
import { monthOf } from '../../kernel/month-of.ts';

/** All rows together, or those of one value of a dimension. */
export type Slice = { dimension: string; value: string };

type Row = { value: string; measure: string; month: string } & Sum;

const nothing: Sum = { count: 0, minor: 0 };

/** What was counted in each of the months, of one slice. */
export async function readMonths(
  ctx: Ctx,
  { dimension, value }: Slice,
  months: readonly string[],
): Promise<Month[]> {
  const rows = await read(ctx, dimension, value, months);
  return foldMonths(rows, months);
}

/** The same of every value of a dimension. */
export async function readValues(
  ctx: Ctx,
  dimension: string,
  months: readonly string[],
): Promise<Map<string, Month[]>> {
  const rows = await read(ctx, dimension, null, months);
  return new Map(
    [...Map.groupBy(rows, ({ value }) => value)].map(([value, own]) => [
      value,
      foldMonths(own, months),
    ]),
  );
}

async function read(
  ctx: Ctx,
  dimension: string,
  value: string | null,
  months: readonly string[],
): Promise<Row[]> {
  const from = months[0] ?? '';
  const end = monthOf(months.at(-1) ?? '', 1);
  // kpi_days_pkey (dimension, value, measure, "on"); of the base all that was before is one sum
  const { rows } = await sql<Row>`
    select value, measure,
           case when "on" < ${from} then ${monthOf(from, -1)}::date
                else date_trunc('month', "on")::date end as month,
           sum(count)::bigint as count, sum(amount_minor)::bigint as minor
    from   kpi_days
    where  dimension = ${dimension} ${value === null ? sql`` : sql`and value = ${value}`}
    and    "on" < ${end} and ("on" >= ${from} or measure = 'base')
    group  by 1, 2, 3`.execute(ctx.db);
  return rows;
}

function foldMonths(rows: readonly Row[], months: readonly string[]): Month[] {
  const sums = new Map(rows.map((row) => [`${row.month} ${row.measure}`, row]));
  const of = (month: string, measure: string): Sum => sums.get(`${month} ${measure}`) ?? nothing;
  let after = of(monthOf(months[0] ?? '', -1), 'base');
  return months.map((month) => {
    const before = after;
    const step = of(month, 'base');
    after = { count: before.count + step.count, minor: before.minor + step.minor };
    return { sum: (measure) => of(month, measure), before, after };
  });
}
