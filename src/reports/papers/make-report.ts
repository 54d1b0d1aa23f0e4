import { type Actor, type Ctx, type Reach, reachOf } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { kpis, type Kpi } from '../kpis/kpis.ts';
import { kpiReport, partReport } from './figure-reports.ts';
import { cohortReport, survivalReport } from './life-reports.ts';
import type { Ask, Report } from './report.ts';
import { rowReport } from './row-reports.ts';

/** Makes a report as the actor may see it, in their language. */
export async function makeReport(ctx: Ctx, ask: Ask): Promise<Result<Report>> {
  if (!mayHave(ctx.actor, ask)) return fail('reports.no_rows_allowed');
  if (!makesSense(ask)) return fail('reports.no_such_dimension');
  const month = ask.month ?? monthOf(today(ctx), -1);
  if (ask.report === 'kpis') return kpiReport(ctx, ask);
  if (ask.report === 'parts') return partReport(ctx, ask, month);
  if (ask.report === 'rows') return rowReport(asExporter(ctx), ask, month);
  return ask.report === 'survival' ? survivalReport(ctx, ask) : cohortReport(ctx);
}

const forRows = ['reports.rows', 'reports.export'] as const;

/** Figures are for whoever may see them; rows only for whoever may open and export them, too. */
export const mayHave = (actor: Actor, { report }: Pick<Ask, 'report'>): boolean =>
  reachOf(actor, 'reports.view') !== null &&
  (report !== 'rows' || forRows.every((permission) => reachOf(actor, permission) !== null));

/** Rows leave as far as they may be both opened and exported. */
function asExporter(ctx: Ctx): Ctx {
  const { actor } = ctx;
  if (!('permissions' in actor)) return ctx;
  const reaches = forRows.map((permission) => reachOf(actor, permission));
  const reach: Reach = (['own', 'team'] as const).find((one) => reaches.includes(one)) ?? 'all';
  const permissions = { ...actor.permissions, 'reports.rows': reach };
  return { ...ctx, actor: { ...actor, permissions } };
}

/** Whether the figure is divided by what is asked. */
export function makesSense({ report, kpi, dimension, by }: Omit<Ask, 'month'>): boolean {
  const { dimensions }: Kpi = kpis[kpi];
  if (report === 'parts') return dimensions.includes(by);
  return report !== 'rows' || dimension === undefined || dimensions.includes(dimension);
}
