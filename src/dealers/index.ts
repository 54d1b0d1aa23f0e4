export { type BatchLoad, bulkLoadDealers, type DealerLoad } from './bulk-load.ts';
