export { removeClients, workedClients } from './programme/remove-clients.ts';
