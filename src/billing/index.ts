export {
  type AccountLoad,
  bulkLoad,
  type ServiceLineLoad,
  type SubscriptionLoad,
} from './bulk-load.ts';
export { reopenSubscriptions, removeAccounts, restoreAccounts } from './bulk-undo.ts';
export { type AccountUpdate, type BillingChange, bulkUpdate } from './bulk-update.ts';
