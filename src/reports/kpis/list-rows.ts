import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lastNight } from '../night/last-night.ts';
import { type Kpi, kpis } from './kpis.ts';
import { listHere } from './list-here.ts';
import { listMoved } from './list-moved.ts';
import { endOf } from './months.ts';
import type { Asked, Rows } from './row-query.ts';

/** The accounts behind a figure of a month, as far as the asker may see them. */
export async function listRows(ctx: Ctx, asked: Asked): Promise<Result<Rows>> {
  const kpi: Kpi = kpis[asked.kpi];
  if (kpi.rows.kind) return fail('reports.not_accounts');
  const { dimension } = asked;
  if (dimension && !kpi.dimensions.includes(dimension)) return fail('reports.no_such_dimension');
  const night = await lastNight(ctx);
  if (!night) return ok({ currency: ctx.operator.currency, rows: [], nextCursor: null });
  const end = endOf(asked.month, night.through);
  return kpi.rows.measure === 'base' ? listHere(ctx, asked, end) : listMoved(ctx, asked, end);
}
