import { removeUsage } from '../../billing/index.ts';
import type { Work } from '../kind-work.ts';
import { removeTold } from '../undo/remove-leftovers.ts';
import { applyUsage } from './apply-usage.ts';
import { checkUsage } from './check-usage.ts';
import { previewUsage } from './preview-usage.ts';
import { readUsage } from './read-usage.ts';

const nothing = () => Promise.resolve();

export const workOfUsage: Work = {
  readRow: readUsage,
  previewRow: previewUsage,
  keepsCells: true,
  check: checkUsage,
  applyChunk: applyUsage,
  // Nobody searches for a session.
  makeFindable: nothing,
  newestOf: () => Promise.resolve([]),
  keepStatistics: nothing,
  afterAll: nothing,
  undoParts: [
    async (ctx, imported, limit) => {
      const count = await removeUsage(ctx, imported.id, limit);
      return { count, removed: count, restored: 0, kept: 0 };
    },
  ],
  removeLeftovers: (ctx, { id }) => removeTold(ctx, id),
};
