import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { kpisApi } from '../api/kpis.ts';
import { lastNight } from '../night/last-night.ts';
import { rowsWithin } from '../reach.ts';
import { factRows } from './fact-rows.ts';
import { type Kpi, kpis } from './kpis.ts';
import { endOf } from './months.ts';

type Route = (typeof kpisApi)['GET /api/kpis/{kpi}/facts'];
type Asked = z.output<Route['input']>;
type Facts = z.input<Route['output']>;

/** What stands behind a figure that counts no accounts, the latest first, as far as one may see. */
export async function listFacts(ctx: Ctx, asked: Asked): Promise<Result<Facts>> {
  const kpi: Kpi = kpis[asked.kpi];
  const { kind } = kpi.rows;
  if (!kind) return fail('reports.are_accounts');
  const { dimension, value, limit } = asked;
  if (dimension && !kpi.dimensions.includes(dimension)) return fail('reports.no_such_dimension');
  const place = placeAfter(asked.cursor, z.tuple([DateOnly, z.int(), z.int()]));
  if (!place.ok) return place;
  const { currency } = ctx.operator;
  const night = await lastNight(ctx);
  if (!night) return ok({ currency, kind, rows: [], nextCursor: null });
  const after = place.value && sql`and (f."on", f.row_id, f.part) < (${sql.join(place.value)})`;
  const { joins, number, name, channel, agent } = factRows[kind];
  // kpi_facts_on (source, "on", row_id, part), and the key of what each is of
  const { rows } = await sql<Facts['rows'][number]>`
    select f.row_id as id, f.part, ${number} as number, f."on", r.id as subscriber_id,
           coalesce(${name}, '') as name, ${channel} as channel, w.name as agent, f.amount
    from   kpi_facts f
    left   join subscribers own on own.id = f.subscriber_id
    left   join subscribers r on r.id = own.root_id
    ${joins}
    left   join staff w on w.id = ${agent}
    where  f.source = ${kind}
    and    f."on" between ${asked.month} and ${endOf(asked.month, night.through)}
    and    ${countsAs(kpi, asked.which)} ${after ?? sql``}
    ${dimension ? sql`and f.dimensions ->> ${dimension} = ${value}` : sql``}
    and    ${await rowsWithin(ctx)}
    order  by f."on" desc, f.row_id desc, f.part desc limit ${limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? makeCursor([last.on, last.id, last.part]) : null;
  return ok({ currency, kind, rows: page, nextCursor });
}

function countsAs({ rows: { measure, whole } }: Kpi, which: Asked['which']): RawBuilder<unknown> {
  if (which === 'counted') return sql`${measure} = any(f.measures)`;
  if (!whole) return sql`false`;
  return sql`(${whole} = any(f.measures) and not ${measure} = any(f.measures))`;
}
