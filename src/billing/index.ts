export { type AccountLoad, bulkLoad } from './bulk-load.ts';
