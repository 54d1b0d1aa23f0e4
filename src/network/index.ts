export { bulkLoad, type IncidentLoad } from './bulk-load.ts';
