import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { economicsApi } from '../api/economics.ts';
import { HORIZON_MONTHS, paybackOf } from './lifetime.ts';
import { readCohorts } from './read-cohorts.ts';
import { readMonths } from './read-months.ts';
import { readPitches } from './read-pitches.ts';
import { readSources } from './read-sources.ts';
import { readStages } from './read-stages.ts';

export type Economics = z.input<(typeof economicsApi)['GET /api/sales-economics']['output']>;

/** What sales cost and bring. */
export async function showEconomics(
  ctx: Ctx,
  { months }: { months: number },
): Promise<Result<Economics>> {
  const [byMonth, bySource, cohorts, stages, pitches] = await Promise.all([
    readMonths(ctx, months),
    readSources(ctx, months),
    readCohorts(ctx, months),
    readStages(ctx, months),
    readPitches(ctx, months),
  ]);
  const { marginMinor, keptShare } = cohorts.pace;
  const sum = (of: (row: (typeof byMonth)[number]) => number): number =>
    byMonth.reduce((total, row) => total + of(row), 0);
  const acquisitionMinor = sum((row) => row.acquisitionMinor);
  const won = sum((row) => row.won);
  const cacMinor = won === 0 ? null : Math.round(acquisitionMinor / won);
  return ok({
    currency: ctx.operator.currency,
    months: byMonth,
    sources: bySource.map((row) => ({
      ...row,
      paybackMonths: paybackOf(row.cacMinor, marginMinor),
    })),
    cohorts: cohorts.cohorts,
    stages,
    pitches,
    totals: {
      acquisitionMinor,
      retentionMinor: sum((row) => row.retentionMinor),
      won,
      cacMinor,
      marginMinor: marginMinor === null ? null : Math.round(marginMinor),
      keptShare,
      paybackMonths: paybackOf(cacMinor, marginMinor),
      lifetimeMinor: cohorts.lifetimeMinor,
      horizonMonths: HORIZON_MONTHS,
      knownCostShare: cohorts.knownCostShare,
      countedOn: cohorts.countedOn,
    },
  });
}
