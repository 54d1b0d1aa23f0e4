import type { Work } from '../kind-work.ts';
import { applyCoverage } from './apply-coverage.ts';
import { checkCoverage } from './check-coverage.ts';
import { previewCoverage } from './preview-coverage.ts';
import { readCoverage } from './read-coverage.ts';
import { removeCoverageLeftovers, restoreCoverage } from './undo-coverage.ts';

const nothing = () => Promise.resolve();

export const workOfCoverage: Work = {
  readRow: readCoverage,
  previewRow: previewCoverage,
  keepsCells: true,
  check: checkCoverage,
  applyChunk: applyCoverage,
  // Addresses are looked for where buildings stand.
  makeFindable: nothing,
  newestOf: () => Promise.resolve([]),
  keepStatistics: nothing,
  afterAll: nothing,
  undoParts: [restoreCoverage],
  removeLeftovers: removeCoverageLeftovers,
};
