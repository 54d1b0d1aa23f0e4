import { z } from 'zod';
import { eraseFile } from '../../kernel/files/files.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';

/** For as long a scan that another took the place of can be put back. */
const keptDays = 30;

/** Removes the bytes of scans that were replaced too long ago to be put back. */
export const dropFormerScans = defineJob({
  name: 'subscribers.drop_former_scans',
  payload: z.object({}),
  cron: '50 3 * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
    // documents_replaced (replaced_at) where former_file_id is not null
    const outdated = await ctx.db
      .selectFrom('documents')
      .select(['id', 'formerFileId'])
      .where('formerFileId', 'is not', null)
      .where('replacedAt', '<', before)
      .execute();
    for (const { id, formerFileId } of outdated) {
      if (formerFileId !== null) await eraseFile(ctx, formerFileId);
      await ctx.db
        .updateTable('documents')
        .set({ formerFileId: null, replacedAt: null })
        .where('id', '=', id)
        .where('formerFileId', '=', formerFileId)
        .execute();
    }
  },
});
