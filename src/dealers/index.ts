export { cardNumber } from './api/kinds.ts';
export { bulkLoadCardUses, bulkLoadTaken, type CardUse, type TakenLoad } from './bulk-load-uses.ts';
export { type BatchLoad, bulkLoadDealers, type DealerLoad } from './bulk-load.ts';
