import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { lostApi } from '../api/lost.ts';
import { type Estimate, type Loss, sumEstimates } from './estimate-loss.ts';
import { type ProcessKey, processKeys } from './process.ts';
import { processes } from './processes.ts';
import { lastCount, readCells } from './read-cells.ts';
import { type ProcessSum, sumProcess } from './sum-process.ts';

type Route = (typeof lostApi)['GET /api/money-lost'];
type Shown = z.input<Route['output']>;

/** Outcomes of the latest months are not known yet: so many more are read. */
const UNKNOWN_MONTHS = 5;

/** What each process loses a month, and all together without what stands in several. */
export async function showLost(
  ctx: Ctx,
  { months }: z.output<Route['input']>,
): Promise<Result<Shown>> {
  const countedOn = await lastCount(ctx);
  const { currency } = ctx.operator;
  if (countedOn === null) {
    return ok({ currency, countedOn, sum: sumOf([]), processes: [] });
  }
  const cells = await readCells(ctx, monthOf(countedOn, -months - UNKNOWN_MONTHS));
  const byProcess = Map.groupBy(cells, ({ process }) => process);
  const sums = processKeys.map((key) => ({
    key,
    of: sumProcess(processes[key], byProcess.get(key) ?? [], countedOn, months),
  }));
  return ok({
    currency,
    countedOn,
    sum: sumOf(sums.flatMap(({ of }) => (of.loss ? [{ ...of, loss: of.loss }] : []))),
    processes: sums.map(({ key, of }) => shown(key, of)),
  });
}

function sumOf(told: readonly (ProcessSum & { loss: Loss })[]): Shown['sum'] {
  const parts = told.map(({ loss, spread }) => perMonth(loss.once, spread));
  const own = told.reduce((sum, { loss, spread }) => sum + loss.own.minor / spread, 0);
  const sum = sumEstimates(parts);
  return {
    loss: told.length === 0 ? null : whole(sum),
    told: told.length,
    twiceMinor: Math.round(own - sum.minor),
  };
}

function shown(key: ProcessKey, { loss, spread, months, ...sum }: ProcessSum) {
  const { outcome, days, study } = processes[key];
  return {
    key,
    outcome,
    days,
    study,
    ...sum,
    loss: loss && whole(perMonth(loss.own, spread)),
    inputs: loss && {
      monthly: loss.compared / spread,
      rightShare: loss.rightShare,
      wrongShare: loss.wrongShare,
      worthMinor: loss.worthMinor / loss.compared,
    },
    months: months.map((month) => ({ ...month, loss: month.loss && whole(month.loss) })),
  };
}

const perMonth = ({ minor, low, high }: Estimate, months: number): Estimate => ({
  minor: minor / months,
  low: low / months,
  high: high / months,
});

const whole = ({ minor, low, high }: Estimate): Estimate => ({
  minor: Math.round(minor),
  low: Math.round(low),
  high: Math.round(high),
});
