import { additiveMargins } from '../model/additive.ts';
import { binTable } from '../model/binning.ts';
import { ridgeMargins } from '../model/fit-ridge.ts';
import { treesMargins } from '../model/fit-trees.ts';
import { everyRow, type Table } from '../model/table.ts';
import type { RiskModel } from '../model/train.ts';

/** What each of the models learnt together makes of the same rows. */
export function marginsOf(
  model: RiskModel,
  table: Table,
): Record<RiskModel['chosen'] | 'ridge', Float64Array> {
  const { codes } = binTable(table, model.binnings);
  return {
    additive: additiveMargins(model.additive.model, codes),
    trees: treesMargins(model.trees.model, codes),
    ridge: ridgeMargins(model.ridge.model, table, everyRow(table.rowCount)),
  };
}
