import type { RiskModel } from '../model/train.ts';
import type { Quality } from './quality.ts';

const MOST_WEIGHTS = 12;

/** The mean size of each fact's own function over its bins, the largest first. */
export function weightsOf({ additive, binnings }: RiskModel): Quality['weights'] {
  return binnings
    .map(({ name }, feature) => {
      const values = additive.model.mains[feature] ?? new Float64Array();
      const sum = values.reduce((all, value) => all + Math.abs(value), 0);
      return { key: name, weight: sum / Math.max(1, values.length) };
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_WEIGHTS);
}
