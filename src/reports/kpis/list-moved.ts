import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { placeAfter } from '../../kernel/api/cursor.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import type { Result } from '../../kernel/result.ts';
import { moveMeasures } from '../moves/measures.ts';
import { rowsWithin } from '../reach.ts';
import { type Dimension, kpis } from './kpis.ts';
import { type Asked, holders, pageOf, type Row, type Rows, shown } from './row-query.ts';

/** What was counted in the month, the latest first. */
export async function listMoved(ctx: Ctx, asked: Asked, end: string): Promise<Result<Rows>> {
  const place = placeAfter(asked.cursor, z.tuple([DateOnly, z.int()]));
  if (!place.ok) return place;
  const measure = moveMeasures.find(({ key }) => key === kpis[asked.kpi].rows.measure);
  const [part] = measure?.parts ?? [];
  if (!part) throw new Error(`nothing is counted for ${asked.kpi}`);
  const { where, minor, product } = part;
  const after = place.value && sql`and (m."on", m.account_id) < (${sql.join(place.value)})`;
  // account_moves_connected, account_moves_gone, account_moves_movement
  const { rows } = await sql<Row>`
    select ${shown}, ${minor} as amount_minor
    from   account_moves m ${holders}
    where  ${where} and m."on" between ${monthOf(asked.month)} and ${end} ${after ?? sql``}
    and    ${isOf(asked, product ?? sql`null`)} and ${await rowsWithin(ctx)}
    order  by m."on" desc, m.account_id desc limit ${asked.limit + 1}`.execute(ctx.db);
  return pageOf(ctx, rows, asked.limit, (row) => [row.on, row.accountId]);
}

function isOf({ dimension, value }: Asked, product: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!dimension) return sql`true`;
  const columns: Partial<Record<Dimension, RawBuilder<unknown>>> = {
    district: sql`m.district`,
    technology: sql`m.technology`,
    tariff: sql`coalesce(${product}::text, '')`,
    reason: sql`coalesce(m.reason_id::text, '')`,
  };
  return sql`${columns[dimension] ?? sql`null`} = ${value}`;
}
