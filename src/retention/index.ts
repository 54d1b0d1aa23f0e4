export { binTable } from './model/binning.ts';
export { calibrated } from './model/calibrate.ts';
export { type Evaluated, evaluateModels } from './model/evaluate.ts';
export { auc } from './model/measures.ts';
export { scoreWithReasons } from './model/reasons.ts';
export { everyRow } from './model/table.ts';
export { trainRisk } from './model/train.ts';
export { type Loaded, loadTable } from './reading/load-table.ts';
