export { bulkLoad, type ConversationLoad } from './bulk-load.ts';
