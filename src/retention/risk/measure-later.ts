import { additiveMargins } from '../model/additive.ts';
import { binTable } from '../model/binning.ts';
import { ridgeMargins } from '../model/fit-ridge.ts';
import { treesMargins } from '../model/fit-trees.ts';
import { auc } from '../model/measures.ts';
import type { RiskModel } from '../model/train.ts';
import { type Gathered, tableOf } from './gathered.ts';
import { type Hazard, lookAhead } from './hazard.ts';
import { outcomeIn } from './outcomes.ts';
import { measure, type Quality } from './quality.ts';
import { takeRows } from './take-rows.ts';
import { weightsOf } from './weights-of.ts';

/** How well the later months are told, beside the models that were not chosen. */
export function measureLater(
  model: RiskModel,
  gathered: Gathered,
  { later, gapDays, hazard }: { later: Int32Array; gapDays: number; hazard: Hazard },
): Pick<Quality, 'beside' | 'weights'> & ReturnType<typeof measure> {
  const table = tableOf(takeRows(gathered, later));
  const { codes } = binTable(table, model.binnings);
  const margins = {
    additive: additiveMargins(model.additive.model, codes),
    trees: treesMargins(model.trees.model, codes),
    ridge: ridgeMargins(model.ridge.model, table, Int32Array.from(later.keys())),
  };
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
  const beside = (['additive', 'trees', 'ridge'] as const).map((kind) => {
    const one = auc(margins[kind], labels);
    return { model: kind, auc: Number.isNaN(one) ? null : one };
  });
  return { ...measure(gathered, later, gapDays, told), beside, weights: weightsOf(model) };
}
