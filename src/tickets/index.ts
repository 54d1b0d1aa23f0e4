export { bulkLoad, type TicketLoad } from './bulk-load.ts';
export type { Sign } from './signs.ts';
export { bulkLoadSubjects } from './billing/bulk-load-subjects.ts';
export { removeCategories, removeUntouched } from './bulk-remove.ts';
export { findWorkers, type Worker } from './find-workers.ts';
export type { Priority } from './api/states.ts';
export { createTicket } from './record/create-ticket.ts';
