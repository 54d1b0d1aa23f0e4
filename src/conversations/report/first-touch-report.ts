import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { bucketEdgesSeconds } from '../api/report.ts';
import { figureColumns, inPeriod, type Period, standing } from './first-touch.ts';

type Figures = {
  count: number;
  within: number;
  late: number;
  overdue: number;
  medianSeconds: number | null;
  p95Seconds: number | null;
};
type Total = Figures & { running: number; noCall: number };
type Hour = Figures & { hour: number };
type Agent = Figures & { staffId: number; name: string };
type Bucket = { fromSeconds: number; toSeconds: number | null; count: number };

export type Report = { total: Total; buckets: Bucket[]; hours: Hour[]; agents: Agent[] };

/** Time to the first human touch of the requests that came in the period, in working seconds. */
export async function firstTouchReport(ctx: Ctx, period: Period): Promise<Result<Report>> {
  const within = inPeriod(ctx, period);
  if (!within.ok) return within;
  const [total, buckets, hours, agents] = await Promise.all([
    totalOf(ctx, within.value),
    bucketsOf(ctx, within.value),
    hoursOf(ctx, within.value),
    agentsOf(ctx, within.value),
  ]);
  return ok({ total, buckets, hours, agents });
}

async function totalOf(ctx: Ctx, where: RawBuilder<unknown>): Promise<Total> {
  // conversations_opened (opened_at, id)
  const { rows } = await sql<Total>`
    select ${figureColumns(ctx)},
           count(*) filter (where ${standing(ctx, 'running')}) as running,
           count(*) filter (where ${standing(ctx, 'no_call')}) as no_call
    from   conversations c where ${where}`.execute(ctx.db);
  const [total] = rows;
  if (!total) throw new Error('a sum has one row');
  return total;
}

async function bucketsOf(ctx: Ctx, where: RawBuilder<unknown>): Promise<Bucket[]> {
  const edges = [...bucketEdgesSeconds];
  // A touch after exactly an edge's seconds belongs to the bucket that ends there.
  const { rows } = await sql<{ bucket: number; count: number }>`
    select width_bucket(c.touch_seconds - 1, ${edges}::int[]) as bucket, count(*) as count
    from   conversations c
    where  ${where} and c.touch_seconds is not null
    group  by 1`.execute(ctx.db);
  const counts = new Map(rows.map((row) => [row.bucket, row.count]));
  return [...edges, null].map((toSeconds, at) => ({
    fromSeconds: edges[at - 1] ?? 0,
    toSeconds,
    count: counts.get(at) ?? 0,
  }));
}

async function hoursOf(ctx: Ctx, where: RawBuilder<unknown>): Promise<Hour[]> {
  const { rows } = await sql<Hour>`
    select extract(hour from c.opened_at at time zone ${ctx.operator.timeZone})::int as hour,
           ${figureColumns(ctx)}
    from   conversations c where ${where}
    group  by 1 order by 1`.execute(ctx.db);
  return rows;
}

const MOST_AGENTS = 200;

async function agentsOf(ctx: Ctx, where: RawBuilder<unknown>): Promise<Agent[]> {
  const { rows } = await sql<Agent>`
    select c.touched_by as staff_id, s.name, ${figureColumns(ctx)}
    from   conversations c join staff s on s.id = c.touched_by
    where  ${where}
    group  by 1, 2 order by count(*) desc, s.name
    limit  ${MOST_AGENTS}`.execute(ctx.db);
  return rows;
}
