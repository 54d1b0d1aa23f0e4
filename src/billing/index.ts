export { type AccountLoad, bulkLoad, type ServiceLineLoad } from './bulk-load.ts';
export { reopenSubscriptions, removeAccounts, restoreAccounts } from './bulk-undo.ts';
export { type AccountUpdate, bulkUpdate } from './bulk-update.ts';
export { chargeLevelsOf } from './charge-levels.ts';
