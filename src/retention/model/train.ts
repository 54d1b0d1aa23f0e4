import { type Additive, additiveMargins } from './additive.ts';
import { type Binned, type Binning, binTable, learnBinnings } from './binning.ts';
import { calibrated, type Calibration, chooseCalibration, gainOver } from './calibrate.ts';
import { fitAdditive } from './fit-additive.ts';
import { fitRidge, type Ridge, ridgeMargins } from './fit-ridge.ts';
import { fitTrees, type Trees, treesMargins } from './fit-trees.ts';
import type { HeldOut } from './held-out.ts';
import { surprise } from './measures.ts';
import { type Plans, plansFor } from './plans.ts';
import { everyRow, type Table } from './table.ts';

export type ModelKind = 'additive' | 'trees' | 'ridge';

type Trained<Model> = {
  model: Model;
  calibration: Calibration;
  /** What it told of rows held out, to which the calibration was fitted. */
  heldOut: HeldOut;
  seconds: number;
};

/** What was learnt from one base: the model that tells, its challenger and the baseline. */
export type RiskModel = {
  binnings: readonly Binning[];
  additive: Trained<Additive>;
  trees: Trained<Trees>;
  ridge: Trained<Ridge>;
  chosen: 'additive' | 'trees';
};

/**
 * Learns from the rows of a base who leaves. The challenger is chosen only where its held-out loss
 * is lower by more than one standard error of the difference, since its reasons are no exact ones.
 * @param labels 1 for who left, of every row of the table
 */
export function trainRisk(
  table: Table,
  labels: Uint8Array,
  rows: Int32Array,
  seed: number,
  plans?: Plans,
): RiskModel {
  const startedMs = performance.now();
  const binnings = learnBinnings(table, rows);
  const binned = binTable(table, binnings);
  const binningSeconds = (performance.now() - startedMs) / 1000;
  const { additive, trees, ridge } = plans ?? plansFor(rows.length, binnings.length);
  const timed = <Model>(fit: () => { model: Model; heldOut: HeldOut }): Trained<Model> => {
    const fromMs = performance.now();
    const { model, heldOut } = fit();
    const own = Uint8Array.from(heldOut.rows, (row) => labels[row] ?? 0);
    const calibration = chooseCalibration(heldOut.margins, own);
    return { model, heldOut, calibration, seconds: (performance.now() - fromMs) / 1000 };
  };
  const sum = timed(() => fitAdditive(binned, labels, rows, additive, seed));
  const grown = timed(() => fitTrees(binned, labels, rows, trees, seed + 1));
  const line = timed(() => fitRidge(table, labels, rows, ridge, seed + 2));
  for (const one of [sum, grown]) one.seconds += binningSeconds;
  const chosen = isClearlyBetter(grown, sum, labels) ? 'trees' : 'additive';
  return { binnings, additive: sum, trees: grown, ridge: line, chosen };
}

/** Whether one tells held-out rows better than another by more than one standard error. */
function isClearlyBetter(
  one: Pick<Trained<unknown>, 'heldOut' | 'calibration'>,
  other: Pick<Trained<unknown>, 'heldOut' | 'calibration'>,
  labels: Uint8Array,
): boolean {
  const [own, others] = [lossOfRows(one, labels), lossOfRows(other, labels)];
  const shared = one.heldOut.rows.filter((row) => !Number.isNaN(others[row] ?? Number.NaN));
  const losses = [others, own].map((of) => Float64Array.from(shared, (row) => of[row] ?? 0));
  return gainOver(losses[0], losses[1]) > 1;
}

/** The loss of each row of the base that was held out; NaN of the others. */
function lossOfRows(
  { heldOut, calibration }: Pick<Trained<unknown>, 'heldOut' | 'calibration'>,
  labels: Uint8Array,
): Float64Array {
  const chances = calibrated(calibration, heldOut.margins);
  const losses = new Float64Array(labels.length).fill(Number.NaN);
  for (const [at, row] of heldOut.rows.entries()) {
    losses[row] = surprise(chances[at] ?? 0, labels[row] ?? 0);
  }
  return losses;
}

/** The calibrated chance of leaving of every row of a table. */
export function riskChances(model: RiskModel, table: Table, kind: ModelKind): Float64Array {
  return calibrated(model[kind].calibration, marginsBy(model, table, kind));
}

function marginsBy(model: RiskModel, table: Table, kind: ModelKind): Float64Array {
  if (kind === 'ridge') return ridgeMargins(model.ridge.model, table, everyRow(table.rowCount));
  const { codes }: Binned = binTable(table, model.binnings);
  if (codes.length === 0)
    return new Float64Array(table.rowCount).fill(model.additive.model.intercept);
  return kind === 'trees'
    ? treesMargins(model.trees.model, codes)
    : additiveMargins(model.additive.model, codes);
}
