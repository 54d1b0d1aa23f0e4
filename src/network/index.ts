export { bulkLoad } from './bulk-load.ts';
export { type CheckedLine, linesAt } from './check/lines-at.ts';
