import { type RiskFact, type RiskFacts, riskFacts } from '../../subscribers/index.ts';

/** All facts that domains bring, each with the domain in whose texts its words stand. */
export function everyFact(): (RiskFact & { domain: string })[] {
  return riskFacts.fills.flatMap(({ domain, piece }) =>
    piece.facts.map((fact) => ({ ...fact, domain })),
  );
}

export const everyQuery = (): RiskFacts[] => riskFacts.fills.map(({ piece }) => piece);
