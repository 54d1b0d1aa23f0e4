export { type Batch, postBatch, postBatches } from './post-batch.ts';
export { reverseTransaction } from './reverse-transaction.ts';
