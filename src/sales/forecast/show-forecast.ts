import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { forecastApi } from '../api/forecast.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { beginning, monthIn, thisMonth } from '../months.ts';
import { expected } from './expected.ts';

type Shown = z.input<(typeof forecastApi)['GET /api/deal-forecast']['output']>;
type Past = Shown['past'][number];

const PAST_MONTHS = 12;

/** What open deals will bring, and how what was expected of past months stands to what came. */
export async function showForecast(
  ctx: Ctx,
  { pipelineId = null }: { pipelineId?: number | null | undefined },
): Promise<Result<Shown>> {
  const [months, past] = await Promise.all([ahead(ctx, pipelineId), behind(ctx, pipelineId)]);
  return ok({ currency: ctx.operator.currency, months, past, missShare: missOf(past) });
}

async function ahead(ctx: Ctx, pipelineId: number | null): Promise<Shown['months']> {
  const { rows } = await sql<Shown['months'][number]>`
    select e.month, sum(e.deals)::bigint as deals, sum(e.monthly_minor)::bigint as monthly_minor,
           sum(e.once_minor)::bigint as once_minor,
           sum(e.likely_monthly_minor)::bigint as likely_monthly_minor,
           sum(e.likely_once_minor)::bigint as likely_once_minor
    from   (${expected}) e
    where  ${pipelineId}::bigint is null or e.pipeline_id = ${pipelineId}
    group  by e.month
    order  by e.month nulls last`.execute(ctx.db);
  return rows;
}

/** Months of the last year in which something was won or expected. */
async function behind(ctx: Ctx, pipelineId: number | null): Promise<Past[]> {
  const current = thisMonth(ctx);
  const from = monthOf(current, -PAST_MONTHS);
  const which = (column: string) =>
    sql`(${pipelineId}::bigint is null or ${sql.ref(column)} = ${pipelineId})`;
  // deal_forecasts_month (month, "on"), deals_closed (closed_at, id)
  const { rows } = await sql<Past>`
    with kept as (
      select f.month, min(f."on") as expected_on from deal_forecasts f
      where  f.month between ${from} and ${current} and f."on" >= f.month
      and    f."on" < f.month + interval '1 month'
      group  by f.month),
    expected as (
      select k.month, k.expected_on, coalesce(sum(f.monthly_minor), 0)::bigint as monthly_minor,
             coalesce(sum(f.once_minor), 0)::bigint as once_minor
      from   kept k
      left   join deal_forecasts f on f.month = k.month and f."on" = k.expected_on
             and ${which('f.pipelineId')}
      group  by k.month, k.expected_on),
    came as (
      select ${monthIn(ctx, 'd.closedAt')} as month, count(*) as won,
             sum(d.monthly_minor)::bigint as monthly_minor, sum(d.once_minor)::bigint as once_minor
      from   deals d
      where  d.state = 'won' and d.closed_at >= ${beginning(ctx, from)}
      and    ${which('d.pipelineId')}
      group  by 1)
    select month, e.expected_on, e.monthly_minor as expected_monthly_minor,
           e.once_minor as expected_once_minor, coalesce(c.won, 0) as won,
           coalesce(c.monthly_minor, 0) as won_monthly_minor,
           coalesce(c.once_minor, 0) as won_once_minor, month < ${current}::date as is_over
    from   expected e full join came c using (month)
    where  month <= ${current}
    order  by month desc`.execute(ctx.db);
  return rows;
}

/** The misses of whole months together, as a share of what came in them: WAPE. */
function missOf(past: readonly Past[]): number | null {
  const whole = past.filter(({ isOver, expectedMonthlyMinor }) => {
    return isOver && expectedMonthlyMinor !== null;
  });
  const came = whole.reduce((sum, { wonMonthlyMinor }) => sum + wonMonthlyMinor, 0);
  if (came === 0) return null;
  const missed = whole.reduce(
    (sum, { wonMonthlyMinor: won, expectedMonthlyMinor }) =>
      sum + Math.abs(won - (expectedMonthlyMinor ?? 0)),
    0,
  );
  return missed / came;
}
