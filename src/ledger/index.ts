export { type Batch, type Counterpart, postBatch, postBatches } from './post-batch.ts';
export { reverseTransaction } from './reverse-transaction.ts';
