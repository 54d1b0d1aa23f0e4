import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { kpisApi } from '../api/kpis.ts';
import { lastNight } from '../night/last-night.ts';
import { type Dimension, type Kpi, kpis } from './kpis.ts';
import { readValues } from './read-months.ts';

type Route = (typeof kpisApi)['GET /api/kpis/{kpi}/parts'];

/** One figure of a month by the values of a dimension, the greatest first. */
export async function showParts(
  ctx: Ctx,
  { kpi: key, month, dimension }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const kpi: Kpi = kpis[key];
  if (!kpi.dimensions.includes(dimension)) return fail('reports.no_such_dimension');
  if (!(await lastNight(ctx))) return ok({ parts: [] });
  const [values, names] = await Promise.all([
    readValues(ctx, dimension, [month]),
    namesOf(ctx, dimension),
  ]);
  const parts = [...values].flatMap(([value, [one]]) => {
    const figure = one ? kpi.of(one) : null;
    const isEmpty = figure === null || (figure === 0 && kpi.unit !== 'share');
    return isEmpty ? [] : [{ value, name: names.get(value) ?? null, figure }];
  });
  return ok({ parts: parts.toSorted((a, b) => Math.abs(b.figure) - Math.abs(a.figure)) });
}

const tables: Partial<Record<Dimension, string>> = {
  tariff: 'products',
  reason: 'leavingReasons',
  agent: 'staff',
  source: 'leadSources',
};

/** Names of values that are kept by their ids. */
export async function namesOf(ctx: Ctx, dimension: Dimension): Promise<Map<string, string>> {
  const table = tables[dimension];
  if (!table) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, name from ${sql.table(table)}`.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
