export { bulkLoad } from './bulk-load.ts';
export { conversationsWithin } from './reach.ts';
