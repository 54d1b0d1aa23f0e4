export { bulkLoad, type TicketLoad } from './bulk-load.ts';
