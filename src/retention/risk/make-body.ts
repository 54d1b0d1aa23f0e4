import type { RiskFact } from '../../subscribers/index.ts';
import { additiveMargins } from '../model/additive.ts';
import { binTable } from '../model/binning.ts';
import { treesMargins } from '../model/fit-trees.ts';
import { type Column, everyRow, type Table } from '../model/table.ts';
import type { RiskModel } from '../model/train.ts';
import type { Body } from './body.ts';
import { learnSpreads } from './drift.ts';
import type { Hazard } from './hazard.ts';

/** What goes with a model so that it scores by itself: what is usual, and how the base lay. */
export function makeBody(
  model: RiskModel,
  { table, facts, hazard }: { table: Table; facts: readonly RiskFact[]; hazard: Hazard },
): Body & { kind: 'model' } {
  const binned = binTable(table, model.binnings);
  const trees = model.chosen === 'trees' ? model.trees.model : null;
  const margins = trees
    ? treesMargins(trees, binned.codes)
    : additiveMargins(model.additive.model, binned.codes);
  const scores = margins.toSorted();
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  return {
    kind: 'model',
    binnings: model.binnings,
    additive: model.additive.model,
    trees,
    hazard,
    facts: model.binnings.map(({ name }) => {
      const { key, group, told } = byKey.get(name) ?? { key: name, group: 'life', told: [] };
      return { key, group, told, usual: medianOf(columns.get(name)) };
    }),
    spreads: learnSpreads(binned, everyRow(table.rowCount)),
    scoreCuts: Float64Array.from({ length: 9 }, (_, at) => {
      return scores[Math.floor(((at + 1) * scores.length) / 10)] ?? 0;
    }),
  };
}

function medianOf(column: Column | undefined): number {
  if (column?.kind !== 'numeric') return Number.NaN;
  const known = column.values.filter((value) => !Number.isNaN(value)).toSorted();
  return known[Math.floor(known.length / 2)] ?? Number.NaN;
}
