import type { StepLimits } from './fit-steps.ts';
import type { Histogram } from './histogram.ts';

type Grid = { rows: number; columns: number };
type Sums = { gradients: Float64Array; hessians: Float64Array };
type Box = { top: number; bottom: number; left: number; right: number };
type Quarters = { gain: number; boxes: Box[] };

/**
 * The best step function of a pair: one cut across the grid, then each side cut the other way, both
 * ways tried; each of the four parts takes its Newton step. Writes a step a cell.
 * @returns by how much the loss falls, to second order
 */
export function fitCells(
  histogram: Histogram,
  grid: Grid,
  limits: StepLimits,
  steps: Float64Array,
): number {
  steps.fill(0);
  const sums = prefixSums(histogram, grid);
  const best = bestQuarters(sums, grid, limits);
  for (const box of best.boxes) {
    const [gradient, hessian] = sumOf(sums, grid, box);
    const step = hessian > 0 ? -gradient / (hessian + limits.ridge) : 0;
    for (let row = box.top; row < box.bottom; row += 1) {
      steps.fill(step, row * grid.columns + box.left, row * grid.columns + box.right);
    }
  }
  return best.boxes.length > 0 ? best.gain : 0;
}

/** Sums over all cells above and left of each corner, so that any box is four look-ups. */
function prefixSums(histogram: Histogram, { rows, columns }: Grid): Sums {
  const width = columns + 1;
  const sum = (of: Float64Array): Float64Array => {
    const out = new Float64Array((rows + 1) * width);
    for (let row = 0; row < rows; row += 1) {
      let line = 0;
      for (let column = 0; column < columns; column += 1) {
        line += of[row * columns + column] ?? 0;
        out[(row + 1) * width + column + 1] = line + (out[row * width + column + 1] ?? 0);
      }
    }
    return out;
  };
  return { gradients: sum(histogram.gradients), hessians: sum(histogram.hessians) };
}

function boxSum(of: Float64Array, width: number, box: Box): number {
  const { top, bottom, left, right } = box;
  return (
    (of[bottom * width + right] ?? 0) -
    (of[top * width + right] ?? 0) -
    (of[bottom * width + left] ?? 0) +
    (of[top * width + left] ?? 0)
  );
}

const sumOf = (sums: Sums, { columns }: Grid, box: Box): [number, number] => [
  boxSum(sums.gradients, columns + 1, box),
  boxSum(sums.hessians, columns + 1, box),
];

function bestQuarters(sums: Sums, grid: Grid, limits: StepLimits): Quarters {
  const whole: Box = { top: 0, bottom: grid.rows, left: 0, right: grid.columns };
  let best: Quarters = { gain: limits.minGain, boxes: [] };
  const consider = (one: Box, other: Box, isDown: boolean): void => {
    const [low, high] = [
      bestHalves(sums, grid, one, isDown, limits),
      bestHalves(sums, grid, other, isDown, limits),
    ];
    if (!low || !high || low.gain + high.gain <= best.gain) return;
    best = { gain: low.gain + high.gain, boxes: [...low.boxes, ...high.boxes] };
  };
  for (let row = 1; row < grid.rows; row += 1) {
    consider({ ...whole, bottom: row }, { ...whole, top: row }, false);
  }
  for (let column = 1; column < grid.columns; column += 1) {
    consider({ ...whole, right: column }, { ...whole, left: column }, true);
  }
  return best;
}

/** The best cut of a box in two, down its rows or along its columns; uncut where none helps. */
function bestHalves(
  sums: Sums,
  grid: Grid,
  box: Box,
  isDown: boolean,
  { minHessian, ridge }: StepLimits,
): Quarters | null {
  const [gradient, hessian] = sumOf(sums, grid, box);
  if (hessian < minHessian) return null;
  const whole = (gradient * gradient) / (hessian + ridge);
  const [from, to] = isDown ? [box.top, box.bottom] : [box.left, box.right];
  const width = grid.columns + 1;
  let [gain, cut] = [whole, -1];
  const low: Box = { ...box };
  for (let at = from + 1; at < to; at += 1) {
    if (isDown) low.bottom = at;
    else low.right = at;
    const bend = boxSum(sums.hessians, width, low);
    if (bend < minHessian) continue;
    const rest = hessian - bend;
    if (rest < minHessian) break;
    const slope = boxSum(sums.gradients, width, low);
    const other = gradient - slope;
    const found = (slope * slope) / (bend + ridge) + (other * other) / (rest + ridge);
    if (found > gain) [gain, cut] = [found, at];
  }
  if (cut < 0) return { gain: whole, boxes: [box] };
  return isDown
    ? {
        gain,
        boxes: [
          { ...box, bottom: cut },
          { ...box, top: cut },
        ],
      }
    : {
        gain,
        boxes: [
          { ...box, right: cut },
          { ...box, left: cut },
        ],
      };
}
