export { bulkBegin } from './bulk/bulk-begin.ts';
export { bulkLoadCare, type GiftLoad, type OccasionLoad } from './bulk/bulk-load-care.ts';
export { bulkLoadEvents, type EventLoad, type GuestLoad } from './bulk/bulk-load-events.ts';
