import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { kpisApi } from '../api/kpis.ts';
import { moveMeasures } from '../moves/measures.ts';
import { lastNight } from '../night/last-night.ts';
import { rowsWithin } from '../reach.ts';
import { type Dimension, type Kpi, kpis } from './kpis.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { endOf } from './months.ts';

type Route = (typeof kpisApi)['GET /api/kpis/{kpi}/rows'];
type Input = z.output<Route['input']>;
type Row = z.input<Route['output']>['rows'][number];

/** The accounts behind a figure of a month, as far as the asker may see them. */
export async function listRows(ctx: Ctx, input: Input): Promise<Result<z.input<Route['output']>>> {
  const kpi: Kpi = kpis[input.kpi];
  const { dimension } = input;
  if (dimension && !kpi.dimensions.includes(dimension)) return fail('reports.no_such_dimension');
  const night = await lastNight(ctx);
  if (!night) return ok({ currency: ctx.operator.currency, rows: [], nextCursor: null });
  const end = endOf(input.month, night.through);
  return kpi.rows.measure === 'base' ? listHere(ctx, input, end) : listMoved(ctx, input, end);
}

/** What was counted in the month, the latest first. */
async function listMoved(ctx: Ctx, input: Input, end: string) {
  const place = placeAfter(input.cursor, z.tuple([DateOnly, z.int()]));
  if (!place.ok) return place;
  const measure = moveMeasures.find(({ key }) => key === kpis[input.kpi].rows.measure);
  const [part] = measure?.parts ?? [];
  if (!part) throw new Error(`nothing is counted for ${input.kpi}`);
  const { where, minor, product } = part;
  const after = place.value && sql`and (m."on", m.account_id) < (${sql.join(place.value)})`;
  // account_moves_connected, account_moves_gone, account_moves_movement
  const { rows } = await sql<Row>`
    select m.account_id, m."on", ${minor} as amount_minor, ${shown}
    from   account_moves m ${holders}
    where  ${where} and m."on" between ${monthOf(input.month)} and ${end} ${after ?? sql``}
    and    ${isOf(input, product ?? sql`null`)} and ${await rowsWithin(ctx)}
    order  by m."on" desc, m.account_id desc limit ${input.limit + 1}`.execute(ctx.db);
  return pageOf(ctx, rows, input.limit, (row) => [row.on, row.accountId]);
}

/** Who was here when the month ended, by the number of the account. */
async function listHere(ctx: Ctx, input: Input, end: string) {
  const place = placeAfter(input.cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const [afterId] = place.value ?? [0];
  // accounts_pkey, account_moves_pkey (account_id, "on")
  const { rows } = await sql<Row>`
    select m.account_id, m."on", m.after_minor as amount_minor, ${shown}
    from   accounts b
    cross  join lateral (
      select x.account_id, x."on", x.is_here, x.before_minor, x.after_minor, x.to_product_id,
             x.district, x.technology
      from   account_moves x where x.account_id = b.id and x."on" <= ${end}
      order  by x."on" desc limit 1) m ${holders}
    where  b.id > ${afterId} and m.is_here
    and    ${isOf(input, sql`m.to_product_id`)} and ${await rowsWithin(ctx)}
    order  by b.id limit ${input.limit + 1}`.execute(ctx.db);
  return pageOf(ctx, rows, input.limit, (row) => [row.accountId]);
}

const shown = sql`a.number, r.id as subscriber_id, r.display_name as name, m.before_minor,
  m.after_minor`;

const holders = sql`
  join accounts a on a.id = m.account_id
  join subscribers own on own.id = a.subscriber_id
  join subscribers r on r.id = own.root_id`;

function isOf({ dimension, value }: Input, product: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!dimension) return sql`true`;
  const columns: Record<Dimension, RawBuilder<unknown>> = {
    district: sql`m.district`,
    technology: sql`m.technology`,
    tariff: sql`coalesce(${product}::text, '')`,
    reason: sql`coalesce(m.reason_id::text, '')`,
  };
  return sql`${columns[dimension]} = ${value}`;
}

function pageOf(ctx: Ctx, rows: readonly Row[], limit: number, placeOf: (row: Row) => unknown[]) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    currency: ctx.operator.currency,
    rows: page,
    nextCursor: rows.length > limit && last ? makeCursor(placeOf(last)) : null,
  });
}
