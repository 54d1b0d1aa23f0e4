import { runTick } from '../src/kernel/runtime/worker.ts';
import { nightTick } from '../src/reports/night/run-night.ts';
import { ask, type Base } from './base.ts';
import type { Case } from './measure.ts';

const RUNS = 60;

/** The night that counts all, first and again, then the page of figures and the rows behind it. */
export async function reports(base: Base): Promise<Case[]> {
  await night(base, 'first night, or one of an earlier run');
  await night(base, 'a night in which nothing changed');
  const { rows } = await base.ctx.pool.query<{ month: string }>(
    `select (date_trunc('month', max("on")) - interval '1 month')::date::text as month
     from   kpi_nights`,
  );
  const month = rows[0]?.month ?? '';
  const of = (name: string, path: string, barMs: number): Case => ({
    name: `reports: ${name}`,
    runs: RUNS,
    barMs,
    call: () => ask(base, 'GET', path),
  });
  return [
    of('figures of two years', '/api/kpis?months=25', 300),
    of('figures of two years, a technology', '/api/kpis?months=25&dimension=technology', 300),
    of('base by tariff', `/api/kpis/base/parts?month=${month}&dimension=tariff`, 300),
    of('survival by tariff', '/api/survival?by=tariff', 300),
    of('contacts by agent', `/api/kpis/contacts/parts?month=${month}&dimension=agent`, 300),
    of('cost and worth of sales', '/api/sales-worth?months=25', 300),
    of('page one begins with', '/api/home', 300),
    of('rows of the base', `/api/kpis/base/rows?month=${month}`, 500),
    of('rows of who left', `/api/kpis/leavers/rows?month=${month}`, 500),
    of('rows of contacts', `/api/kpis/contacts/facts?month=${month}`, 500),
    of('rows of new fees', `/api/kpis/mrr_new/rows?month=${month}`, 500),
  ];
}

async function night({ ctx }: Base, name: string): Promise<void> {
  await ctx.pool.query('delete from kpi_nights');
  const startedMs = performance.now();
  await runTick(ctx, nightTick);
  const seconds = (performance.now() - startedMs) / 1000;
  const { rows } = await ctx.pool.query<{ changed: string; wrong: string }>(
    'select changed, wrong from kpi_nights',
  );
  const { changed = '', wrong = '' } = rows[0] ?? {};
  process.stdout.write(
    `${name}: ${changed} moves and facts, ${wrong} wrong in ${seconds.toFixed(1)} s\n`,
  );
}
