export { type Batch, type Counterpart, postBatch } from './post-batch.ts';
export { reverseTransaction } from './reverse.ts';
