import { sql } from 'kysely';
import type { z } from 'zod';
import { makeCursor } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { kpisApi } from '../api/kpis.ts';

type Route = (typeof kpisApi)['GET /api/kpis/{kpi}/rows'];
export type Asked = z.output<Route['input']>;
export type Rows = z.input<Route['output']>;
export type Row = Rows['rows'][number];

/** What a row shows of `account_moves m` and its `holders`. */
export const shown = sql`m.account_id, m."on", a.number, r.id as subscriber_id,
  r.display_name as name, m.before_minor, m.after_minor`;

export const holders = sql`
  join accounts a on a.id = m.account_id
  join subscribers own on own.id = a.subscriber_id
  join subscribers r on r.id = own.root_id`;

export function pageOf(
  ctx: Ctx,
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => unknown[],
): Result<Rows> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    currency: ctx.operator.currency,
    rows: page,
    nextCursor: rows.length > limit && last ? makeCursor(placeOf(last)) : null,
  });
}
