import type { RiskModel } from '../model/train.ts';
import type { Gathered } from './gathered.ts';
import { fitHazard, type Hazard, type MonthSeen } from './hazard.ts';
import { outcomeIn } from './outcomes.ts';

/** The lines of the first three months, by what the bags say of the rows they held out. */
export function learnHazard(
  model: RiskModel,
  gathered: Gathered,
  of: { train: Int32Array; gapDays: number; knownBefore: readonly number[] },
): Hazard {
  const { rows, margins } = model[model.chosen].heldOut;
  const seen = [0, 1, 2].map((month): MonthSeen => {
    const known: [margin: number, label: number][] = [];
    for (const [at, held] of rows.entries()) {
      const row = of.train[held] ?? 0;
      const knownUntil = of.knownBefore[gathered.momentOf[row] ?? 0] ?? 0;
      const came = outcomeIn(gathered, row, { gapDays: of.gapDays, month, knownUntil });
      if (came !== null) known.push([margins[at] ?? 0, came]);
    }
    return {
      margins: Float64Array.from(known, ([margin]) => margin),
      labels: Uint8Array.from(known, ([, label]) => label),
    };
  });
  return fitHazard(seen);
}
