export { openDay } from './open-days.ts';
export { type Batch, postBatch, postBatches } from './post-batch.ts';
export { type Entry, postEntries, postEntry } from './post-entry.ts';
export { chargeKinds, type EntryKind, paymentKinds } from './kinds.ts';
export { POINTS, type Side } from './sides.ts';
export { nextPostingId, postSelected } from './post-selected.ts';
export { reverseTransaction } from './reverse-transaction.ts';
export { verifyLedger } from './verify/verify-ledger.ts';
export { ledgerChecks } from './slots.ts';
