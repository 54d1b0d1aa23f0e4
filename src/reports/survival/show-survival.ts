import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { daysAfter } from '../../subscribers/index.ts';
import type { survivalApi } from '../api/survival.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { namesOf } from '../kpis/show-parts.ts';
import { lastNight } from '../night/last-night.ts';
import { cohortsOf, type LifeCount } from './cohorts.ts';
import { kaplanMeier, medianOf } from './kaplan-meier.ts';

type Route = (typeof survivalApi)['GET /api/survival'];
type Shown = z.input<Route['output']>;

/** So many curves can be told apart, and so many months fit the page. */
const MOST_CURVES = 4;
const MOST_MONTHS = 36;
const MOST_COHORTS = 24;

/** How long accounts stay, as the last night counted it. */
export async function showSurvival(
  ctx: Ctx,
  { by }: z.output<Route['input']>,
): Promise<Result<Shown>> {
  const night = await lastNight(ctx);
  if (!night) return ok({ through: null, curves: [], cohorts: [] });
  const [counts, all, names] = await Promise.all([
    readEndings(ctx, by),
    readCohorts(ctx, monthOf(night.through, -MOST_COHORTS)),
    by === 'tariff' ? namesOf(ctx, by) : new Map<string, string>(),
  ]);
  const curves = [...Map.groupBy(counts, ({ value }) => value)].map(([value, own]) => ({
    value,
    name: names.get(value) ?? null,
    ...curveOf(own),
  }));
  return ok({
    through: night.through,
    curves: curves.toSorted((a, b) => b.accounts - a.accounts).slice(0, MOST_CURVES),
    cohorts: cohortsOf(all, daysAfter(night.through, 1)),
  });
}

type Ended = Omit<LifeCount, 'cohort'> & { value: string };

/** How long those of each value stayed, whenever they came. */
async function readEndings(ctx: Ctx, dimension: string): Promise<Ended[]> {
  // life_counts_pkey (dimension, value, cohort, months)
  const { rows } = await sql<Ended>`
    select value, months, sum(gone)::bigint as gone, sum(here)::bigint as here
    from   life_counts where dimension = ${dimension} group by value, months`.execute(ctx.db);
  return rows;
}

async function readCohorts(ctx: Ctx, from: string): Promise<LifeCount[]> {
  // life_counts_pkey (dimension, value, cohort, months)
  const { rows } = await sql<LifeCount>`
    select cohort, months, gone, here from life_counts
    where  dimension = 'all' and value = '' and cohort >= ${from}`.execute(ctx.db);
  return rows;
}

/** Who left after so many whole months did so by the end of the next. */
function curveOf(counts: readonly Ended[]) {
  const points = kaplanMeier(
    counts.flatMap(({ months, gone, here }) => [
      { after: months + 1, left: gone, stayed: 0 },
      { after: months, left: 0, stayed: here },
    ]),
  );
  return {
    accounts: counts.reduce((sum, { gone, here }) => sum + gone + here, 0),
    medianMonths: medianOf(points),
    longestMonths: Math.max(0, ...counts.map(({ months }) => months)),
    points: points.filter(({ after }) => after <= MOST_MONTHS),
  };
}
