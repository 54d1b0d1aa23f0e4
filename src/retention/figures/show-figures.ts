import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { figuresApi } from '../api/figures.ts';
import { isCountedWish, isSaidWish as said } from './counted-wish.ts';

type Api = (typeof figuresApi)['GET /api/retention-figures'];
type Shown = z.input<Api['output']>;
type Counts = Omit<Shown['byReason'][number], 'name'>;

const MOST_DAYS = 1100;

/** What became of wishes to leave that came in a period. */
export async function showFigures(ctx: Ctx, { from, to }: z.output<Api['input']>) {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0 || days > MOST_DAYS) return fail('retention.wrong_period');
  const period = { from, to };
  const [[total], [signs], byReason, byAgent, bySource] = await Promise.all([
    count(ctx, period, sql`''`, said),
    count(ctx, period, sql`''`, sql`not ${said}`),
    count(ctx, period, sql`g.name`, said),
    count(ctx, period, sql`o.name`, said),
    count(ctx, period, sql`c.source`, sql`true`),
  ]);
  const sums = { total: alone(total), signs: alone(signs) };
  return ok({ ...sums, byReason, byAgent, bySource }) satisfies Result<Shown>;
}

function alone(row: Counts | undefined): Counts {
  const { name: _, ...sums } = { name: '', ...(row ?? nothing) };
  return sums;
}

const nothing = {
  wishes: 0,
  open: 0,
  stays: 0,
  savedMonth: 0,
  knownMonth: 0,
  savedQuarter: 0,
  knownQuarter: 0,
  left: 0,
  leftPart: 0,
  unspoken: 0,
  inTime: 0,
} satisfies Counts;

async function count(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
  by: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
): Promise<(Counts & { name: string | null })[]> {
  const { timeZone } = ctx.operator;
  const start = (day: string) => sql`${day}::date::timestamp at time zone ${timeZone}`;
  // retention_cases_opened (opened_at, id), subscribers_root, retention_cases_subscriber
  const { rows } = await sql<Counts & { name: string | null }>`
    select ${by} as name, count(*) as wishes, count(*) filter (where c.state = 'open') as open,
           count(*) filter (where c.outcome = 'stays') as stays,
           count(*) filter (where c.is_here_month) as saved_month,
           count(c.is_here_month) as known_month,
           count(*) filter (where c.is_here_quarter) as saved_quarter,
           count(c.is_here_quarter) as known_quarter,
           count(*) filter (where c.outcome = 'left') as left,
           count(*) filter (where c.outcome = 'left_part') as left_part,
           count(*) filter (where c.outcome = 'left' and c.spoken_at is null) as unspoken,
           count(*) filter (where c.spoken_at <= c.due_at) as in_time
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    left   join leaving_reasons r on r.id = c.reason_id
    left   join leaving_reasons g on g.id = r.parent_id
    left   join staff o on o.id = c.owner_staff_id
    where  c.opened_at >= ${start(from)} and c.opened_at < ${start(to)} + interval '1 day'
    and    ${isCountedWish} and ${which}
    group  by 1 order by wishes desc, name limit 200`.execute(ctx.db);
  return rows;
}
