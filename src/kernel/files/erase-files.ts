import { z } from 'zod';
import { defineJob } from '../jobs/jobs.ts';
import { eraseFile } from './files.ts';

/**
 * Removes files' bytes for good. Enqueued in the transaction that lets go of them: it runs only if
 * that commits, nobody's answer waits for it, and storage that is away for days is waited for.
 */
export const eraseFiles = defineJob({
  name: 'files.erase',
  payload: z.object({ fileIds: z.array(z.int()) }),
  retryLimit: 15,
  retryDelaySeconds: 60,
  run: async (ctx, { fileIds }) => {
    for (const id of fileIds) await eraseFile(ctx, id);
  },
});
