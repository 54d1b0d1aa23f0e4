import { type Plans, plansFor } from '../model/plans.ts';

/** Plans by which tests learn in a moment what the real ones learn with care. */
export function fastPlans(): Plans {
  const { additive, trees, ridge } = plansFor(5000, 20);
  const bags = { ...additive.bags, parts: 3, repeats: 1 };
  const hasty = { learningRate: 0.2, maxRounds: 60, patience: 5 };
  return {
    additive: {
      ...additive,
      bags,
      mains: { ...additive.mains, ...hasty },
      pairs: { ...additive.pairs, ...hasty },
      pairCount: 8,
    },
    trees: { ...trees, bags, learningRate: 0.2, maxTrees: 60, patience: 5 },
    ridge: { ...ridge, bags: { ...ridge.bags, parts: 3 } },
  };
}
