import { personName } from '../src/demo/names.ts';
import { randomOf } from '../src/demo/random.ts';
import { tariffs } from '../src/demo/tariffs.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { settleSearch } from '../src/kernel/search/load-entries.ts';
import { runTick } from '../src/kernel/runtime/worker.ts';
import { bulkLoadDeals, type DealLoad } from '../src/sales/index.ts';
import { wiring } from '../src/sales/wiring.ts';
import { ask, type Base, today } from './base.ts';
import type { Case } from './measure.ts';

const OPEN_DEALS = 10_000;
const STAGES = 5;
const BAR_MS = 100;
const RUNS = 100;
const DAY_MS = 86_400_000;

const list = {
  columns: ['name', 'id', 'stageId', 'state', 'dueAt', 'monthlyMinor', 'phone', 'openedAt'],
  filter: { field: 'state', op: 'is', value: 'open' },
  sort: { field: 'id', direction: 'desc' },
  limit: 50,
};

/** The board of ten thousand open deals, their list and search, and the figures of sales. */
export async function deals(base: Base): Promise<Case[]> {
  await fillUp(base.ctx);
  await countCohorts(base.ctx);
  const of = (name: string, call: Case['call'], barMs = BAR_MS): Case => ({
    name: `deals: ${name}`,
    runs: RUNS,
    barMs,
    call,
  });
  const find = (text: string) => ask(base, 'GET', `/api/search?q=${encodeURIComponent(text)}`);
  return [
    of('board, first paint', () => ask(base, 'GET', '/api/deal-board')),
    of('board, what is late', () => ask(base, 'GET', '/api/deal-board?isLate=true')),
    of('list, page 1', () => ask(base, 'POST', '/api/deals/list', list)),
    of('list, grouped by stage', () =>
      ask(base, 'POST', '/api/deals/list', { ...list, groupBy: 'stageId' }),
    ),
    of('found by name', (run) => find(dealAt(run).name)),
    of('found by phone', (run) => find(dealAt(run).phone ?? '')),
    of('forecast', () => ask(base, 'GET', '/api/deal-forecast')),
    of('economics of a year', () => ask(base, 'GET', '/api/sales-economics'), 300),
  ];
}

/** As many open deals as are asked for; those of an earlier run stay. */
async function fillUp(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.pool.query<{ open: string }>(
    `select count(*) as open from deals where state = 'open'`,
  );
  const missing = OPEN_DEALS - Number(rows[0]?.open);
  if (missing <= 0) return;
  const made = Array.from({ length: missing }, (_, at) => dealAt(at));
  await inBulkTransaction(ctx, (bulk) => bulkLoadDeals(bulk, made));
  await settleSearch(ctx);
  await ctx.pool.query('analyze');
}

function dealAt(index: number): DealLoad & { name: string } {
  const random = randomOf('bench deal', index);
  const { lastName, firstName } = personName(random);
  const openedAt = new Date(today.getTime() - random.between(0, 60) * DAY_MS);
  return {
    stageAt: random.between(0, STAGES - 1),
    state: 'open',
    name: `${lastName} ${firstName}`,
    phone: `+7978${String(1_000_000 + index)}`,
    source: 'Сайт',
    monthlyMinor: random.pick(tariffs).feeMinor,
    onceMinor: 0,
    expectedOn: new Date(today.getTime() + random.between(1, 90) * DAY_MS)
      .toISOString()
      .slice(0, 10),
    openedAt,
    enteredStageAt: openedAt,
    dueAt: new Date(openedAt.getTime() + 30 * DAY_MS),
    closedAt: null,
  };
}

/** Counts the months of the ledger one after another, as the worker does, and says how long. */
async function countCohorts(ctx: Ctx): Promise<void> {
  const tick = wiring.ticks?.find(({ name }) => name === 'sales.cohorts');
  if (!tick) throw new Error('sales count no cohorts any more');
  const months = async (): Promise<number> => {
    const { rows } = await ctx.pool.query<{ n: string }>('select count(*) as n from cohort_counts');
    return Number(rows[0]?.n);
  };
  const before = await months();
  const startedMs = performance.now();
  for (let counted = -1, now = before; now !== counted; now = await months()) {
    counted = now;
    await runTick(ctx, tick);
  }
  const [seconds, done] = [(performance.now() - startedMs) / 1000, (await months()) - before];
  process.stdout.write(`${done} months of cohorts counted in ${seconds.toFixed(1)} s\n`);
}
