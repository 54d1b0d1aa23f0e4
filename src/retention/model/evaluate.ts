import { splitByPart, stratifiedParts } from './parts.ts';
import { auc, averagePrecision, brier, calibrationError, topDecileLift } from './measures.ts';
import type { Plans } from './plans.ts';
import { randomOf } from './random.ts';
import { type Column, everyRow, type Table } from './table.ts';
import { type ModelKind, riskChances, trainRisk } from './train.ts';

export type Evaluated = {
  model: ModelKind | 'chosen';
  /** The mean over folds, and how far these lie apart. */
  auc: number;
  aucSd: number;
  averagePrecision: number;
  topDecileLift: number;
  brier: number;
  calibrationError: number;
  fitSeconds: number;
  scoreSeconds: number;
  /** Of the chosen one: which model it was, in how many folds. */
  was?: Partial<Record<ModelKind, number>>;
};

const FOLDS = 5;
const shown = ['additive', 'trees', 'ridge', 'chosen'] as const;
type Shown = (typeof shown)[number];

/** What one seed's folds told of every row, each by a model that had not seen it. */
type Telling = { chances: Float64Array; aucs: number[]; precisions: number[] };
type Tally = { tellings: Telling[]; fit: number; score: number };

/**
 * Measures the models on rows that they did not learn from: each seed deals the rows out to five
 * parts anew, and each part is told by models of the other four. Ranking is measured in each part,
 * and the mean told; the lift, Brier's score and the calibration over all rows of a seed.
 */
export function evaluateModels(
  table: Table,
  labels: Uint8Array,
  seeds: readonly number[],
  options: { plans?: Plans; onFold?: (done: number, all: number) => void } = {},
): Evaluated[] {
  const rows = everyRow(table.rowCount);
  const tallies = new Map<Shown, Tally>(
    shown.map((model) => [model, { tellings: [], fit: 0, score: 0 }]),
  );
  const was: Partial<Record<ModelKind, number>> = {};
  let done = 0;
  for (const seed of seeds) {
    const partOf = stratifiedParts(labels, rows, FOLDS, randomOf(seed));
    for (const { tellings } of tallies.values()) {
      tellings.push({ chances: new Float64Array(table.rowCount), aucs: [], precisions: [] });
    }
    for (let part = 0; part < FOLDS; part += 1) {
      const { inside, outside } = splitByPart(rows, partOf, part);
      const model = trainRisk(table, labels, outside, seed * FOLDS + part, options.plans);
      was[model.chosen] = (was[model.chosen] ?? 0) + 1;
      const tested = takeRows(table, inside);
      const truth = Uint8Array.from(inside, (row) => labels[row] ?? 0);
      for (const [name, tally] of tallies) {
        const kind = name === 'chosen' ? model.chosen : name;
        const startedMs = performance.now();
        const chances = riskChances(model, tested, kind);
        tally.score += (performance.now() - startedMs) / 1000;
        tally.fit += model[kind].seconds;
        note(tally.tellings.at(-1), inside, chances, truth);
      }
      done += 1;
      options.onFold?.(done, seeds.length * FOLDS);
    }
  }
  return shown.map((model) => ({
    ...summary(tallies.get(model), labels, seeds.length * FOLDS),
    model,
    ...(model === 'chosen' && { was }),
  }));
}

function note(
  telling: Telling | undefined,
  rows: Int32Array,
  chances: Float64Array,
  truth: Uint8Array,
): void {
  if (!telling) return;
  for (const [at, row] of rows.entries()) telling.chances[row] = chances[at] ?? 0;
  telling.aucs.push(auc(chances, truth));
  telling.precisions.push(averagePrecision(chances, truth));
}

function summary(
  tally: Tally | undefined,
  labels: Uint8Array,
  folds: number,
): Omit<Evaluated, 'model'> {
  const tellings = tally?.tellings ?? [];
  const aucs = tellings.flatMap((one) => one.aucs).filter((one) => !Number.isNaN(one));
  const precisions = tellings.flatMap((one) => one.precisions).filter((one) => !Number.isNaN(one));
  const over = (measure: (chances: Float64Array, labels: Uint8Array) => number): number =>
    mean(tellings.map(({ chances }) => measure(chances, labels)));
  const middle = mean(aucs);
  return {
    auc: middle,
    aucSd: Math.sqrt(mean(aucs.map((one) => (one - middle) ** 2))),
    averagePrecision: mean(precisions),
    topDecileLift: over(topDecileLift),
    brier: over(brier),
    calibrationError: over(calibrationError),
    fitSeconds: (tally?.fit ?? 0) / folds,
    scoreSeconds: (tally?.score ?? 0) / folds,
  };
}

const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

/** Some rows of a table as one of their own. */
function takeRows(table: Table, rows: Int32Array): Table {
  const columns = table.columns.map((column): Column =>
    column.kind === 'numeric'
      ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) }
      : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) },
  );
  return { rowCount: rows.length, columns };
}
