import { type Plans, plansFor } from '../model/plans.ts';
import { everyRow, type Table } from '../model/table.ts';
import { type RiskModel, trainRisk } from '../model/train.ts';

/** A step of a function must stand on this part of all that the leavers tell. */
const PART = 150;

/** Learns from all rows of a table of which few left. */
export function trainOfRare(
  table: Table,
  labels: Uint8Array,
  seed: number,
  plans?: Plans,
): RiskModel {
  const leavers = labels.reduce((sum, label) => sum + label, 0);
  const careful = plans ?? plansOfRare(table.rowCount, table.columns.length, leavers);
  return trainRisk(table, labels, everyRow(table.rowCount), seed, careful);
}

/**
 * How thoroughly to learn where few of many rows left: what a row tells is p·(1 − p), so a step
 * that asks for as much as in a base of halves would pass by whatever befalls few.
 */
function plansOfRare(rows: number, features: number, leavers: number): Plans {
  const plans = plansFor(rows, features);
  const told = leavers * (1 - leavers / rows);
  const minHessian = Math.min(plans.additive.mains.minHessian, Math.max(1, told / PART));
  const mains = { ...plans.additive.mains, minHessian };
  return { ...plans, additive: { ...plans.additive, mains } };
}
