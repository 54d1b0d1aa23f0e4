import { searchDuplicates } from '../subscribers/index.ts';
import { applyChunk } from './apply/apply-chunk.ts';
import { makeFindable, newestOf } from './apply/make-findable.ts';
import type { Work } from './kind-work.ts';
import { previewRow } from './record/preview-row.ts';
import { readRecord } from './record/read-record.ts';
import { checkSubscribers } from './steps/check-subscribers.ts';
import { keepStatistics } from './steps/keep-statistics.ts';
import { removeCreated } from './undo/remove-created.ts';
import { removeLeftovers } from './undo/remove-leftovers.ts';
import { takeBackChanges } from './undo/take-back-changes.ts';

export const workOfSubscribers: Work = {
  readRow: readRecord,
  previewRow,
  keepsCells: false,
  check: checkSubscribers,
  applyChunk,
  makeFindable,
  newestOf,
  keepStatistics,
  afterAll: searchDuplicates,
  undoParts: [takeBackChanges, removeCreated],
  removeLeftovers,
};
