import { additiveMargins } from '../model/additive.ts';
import { binTable } from '../model/binning.ts';
import { treesMargins } from '../model/fit-trees.ts';
import { explaining } from '../model/reasons.ts';
import type { Body } from './body.ts';
import { chooseReasons, type Reason } from './choose-reasons.ts';
import { countInto, noCounts, stabilityIndex } from './drift.ts';
import { type Gathered, tableOf } from './gathered.ts';
import { ruleParts } from './scorecard.ts';

export type Scored = { margins: Float64Array; reasonsOf: (row: number) => Reason[] };

export type Scorer = {
  score: (facts: Pick<Gathered, 'keys' | 'columns'>) => Scored;
  /** How far all that was scored lies from what was learnt from; nothing of a scorecard. */
  drifts: () => { fact: string; psi: number }[];
};

export function openScorer(body: Body): Scorer {
  return body.kind === 'model' ? byModel(body) : byRules(body);
}

function byModel(body: Body & { kind: 'model' }): Scorer {
  const counts = body.spreads.map(noCounts);
  const scores = new Float64Array(10);
  return {
    score: (facts) => {
      const { codes } = binTable(tableOf(facts), body.binnings);
      for (const [feature, spread] of body.spreads.entries()) {
        countInto(counts[feature] ?? noCounts(), spread, codes[feature] ?? new Uint8Array());
      }
      const margins = body.trees
        ? treesMargins(body.trees, codes)
        : additiveMargins(body.additive, codes);
      for (const margin of margins) {
        const part = body.scoreCuts.findIndex((cut) => margin < cut);
        const at = part < 0 ? 9 : part;
        scores[at] = (scores[at] ?? 0) + 1;
      }
      const explain = explaining(body.additive, codes);
      const parts = new Float64Array(body.binnings.length);
      const columns = body.binnings.map(({ name }) => facts.columns[facts.keys.indexOf(name)]);
      return {
        margins,
        reasonsOf: (row) => {
          explain(row, parts);
          return chooseReasons(body.facts, parts, (at) => columns[at]?.[row] ?? Number.NaN);
        },
      };
    },
    drifts: () => [
      { fact: 'score', psi: stabilityIndex(new Float64Array(10).fill(0.1), scores) },
      ...body.spreads.map(({ shares }, feature) => ({
        fact: body.binnings[feature]?.name ?? '',
        psi: stabilityIndex(shares, counts[feature] ?? noCounts()),
      })),
    ],
  };
}

function byRules({ rules }: Body & { kind: 'scorecard' }): Scorer {
  return {
    score: ({ keys, columns }) => {
      const places = new Map(keys.map((key, at) => [key, at]));
      const valueOf = (key: string, row: number): number =>
        columns[places.get(key) ?? -1]?.[row] ?? Number.NaN;
      const partsOf = (row: number): Float64Array => ruleParts(rules, (key) => valueOf(key, row));
      return {
        margins: Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, row) =>
          partsOf(row).reduce((sum, part) => sum + part, 0),
        ),
        reasonsOf: (row) =>
          chooseReasons(rules, partsOf(row), (at) => valueOf(rules[at]?.key ?? '', row)),
      };
    },
    drifts: () => [],
  };
}
