import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { economicsApi } from '../api/economics.ts';
import { thisMonth } from '../months.ts';
import { type CostProblem, readCostLines } from './read-cost-lines.ts';
import { type Cost, writeCost } from './write-cost.ts';

type Route = (typeof economicsApi)['POST /api/sales-costs/import'];

const MOST_LINES = 2000;
const MOST_PROBLEMS = 50;

/**
 * Writes down costs of a file, each in place of what was written there before; lines of the same
 * month, source and campaign are one sum. With a problem anywhere nothing is written.
 */
export async function importCosts(
  ctx: Ctx,
  { text }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const sources = await ctx.db.selectFrom('leadSources').select(['id', 'name']).execute();
  const byName = new Map(sources.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const read = readCostLines(text, byName);
  if (!read) return fail('sales.no_cost_columns');
  if (read.costs.length > MOST_LINES) return fail('sales.many_costs', { most: MOST_LINES });
  const last = thisMonth(ctx);
  const ahead = read.costs.filter(({ month }) => month > last);
  const problems: CostProblem[] = [
    ...read.problems,
    ...ahead.map(({ line }) => ({ line, column: 'month' as const })),
  ].toSorted((a, b) => a.line - b.line);
  if (problems.length > 0) {
    return ok({ written: 0, former: [], problems: problems.slice(0, MOST_PROBLEMS) });
  }
  const former: Cost[] = [];
  for (const cost of summed(read.costs)) {
    former.push({ ...cost, ...(await writeCost(ctx, cost)) });
  }
  return ok({ written: former.length, former, problems: [] });
}

/** Lines of one place as one cost. */
function summed(lines: readonly (Cost & { line: number })[]): Cost[] {
  const costs = new Map<string, Cost>();
  for (const { line: _, ...cost } of lines) {
    const key = [cost.month, cost.kind, cost.sourceId, cost.campaign].join('|');
    const before = costs.get(key);
    const amountMinor = cost.amountMinor + (before?.amountMinor ?? 0);
    costs.set(key, { ...cost, note: before?.note || cost.note, amountMinor });
  }
  return [...costs.values()];
}
