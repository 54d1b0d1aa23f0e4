export { bringFile } from './command/bring-file.ts';
export { goOnWith, undoImport } from './command/go-on.ts';
export { loadImport, runningStates } from './load-import.ts';
export { startApply, startCheck, startUndo } from './start-step.ts';
export { runImport } from './steps/run-import.ts';
export { uploadFile } from './upload-file.ts';
export { openTable, type OpenTable } from './reading/open-table.ts';
