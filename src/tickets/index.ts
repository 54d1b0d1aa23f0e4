export { bulkLoad } from './bulk-load.ts';
