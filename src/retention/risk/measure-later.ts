import { type AucGain, aucGain } from '../model/auc-gain.ts';
import { auc } from '../model/measures.ts';
import type { RiskModel } from '../model/train.ts';
import type { Body } from './body.ts';
import { type Gathered, tableOf } from './gathered.ts';
import { type Hazard, lookAhead } from './hazard.ts';
import { marginsOf } from './margins-of.ts';
import { outcomeIn } from './outcomes.ts';
import { measure, type Quality } from './quality.ts';
import { openScorer } from './scorer.ts';
import { takeRows } from './take-rows.ts';
import { weightsOf } from './weights-of.ts';

export type { AucGain } from '../model/auc-gain.ts';

type Measured = {
  later: Int32Array;
  gapDays: number;
  hazard: Hazard;
  /** The version in force, which tells the same months. */
  standing: Body | null;
};

type Told = {
  measured: Pick<Quality, 'beside' | 'weights'> & ReturnType<typeof measure>;
  /** How much better than what is in force the months are told; null where that is not known. */
  gain: AucGain | null;
};

/** How well the later months are told, beside the models that were not chosen. */
export function measureLater(
  model: RiskModel,
  gathered: Gathered,
  { later, gapDays, hazard, standing }: Measured,
): Told {
  const facts = takeRows(gathered, later);
  const margins = marginsOf(model, tableOf(facts));
  const told = [0, 1, 2].map(() => new Float64Array(later.length));
  for (const [at, margin] of margins[model.chosen].entries()) {
    const ahead = lookAhead(hazard, margin, { months: 0, discount: 0 });
    for (const [month, chance] of [ahead.chance30, ahead.chance60, ahead.chance90].entries()) {
      const own = told[month];
      if (own) own[at] = chance;
    }
  }
  const labels = Uint8Array.from(
    later,
    (row) => outcomeIn(gathered, row, { gapDays, month: 0 }) ?? 0,
  );
  const former = standing && openScorer(standing).score(facts).margins;
  const all = former ? { ...margins, standing: former } : margins;
  const beside = Object.entries(all).map(([kind, told30]) => {
    const one = auc(told30, labels);
    return { model: kind, auc: Number.isNaN(one) ? null : one };
  });
  const gain = former && aucGain(margins[model.chosen], former, labels);
  const measured = measure(gathered, later, gapDays, told);
  return { measured: { ...measured, beside, weights: weightsOf(model) }, gain };
}
