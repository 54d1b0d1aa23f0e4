export { bulkLoad } from './bulk-load.ts';
export { bulkLoadSubjects } from './billing/bulk-load-subjects.ts';
