export { type Evaluated, evaluateModels } from './model/evaluate.ts';
export { type Loaded, loadTable } from './reading/load-table.ts';
