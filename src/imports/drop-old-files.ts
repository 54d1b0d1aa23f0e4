import { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { eraseFile } from '../kernel/files/files.ts';
import { defineJob } from '../kernel/jobs/jobs.ts';
import { discardImport } from './discard-import.ts';

/** How long a file and its refused rows are at hand after the last step. */
const KEPT_DAYS = 30;

/** More are left to the next night. */
const AT_ONCE = 500;

/**
 * Every night: files of people's data do not lie about for ever. Of an import that was applied or
 * undone, the file and the rows that were refused go; it can still be undone. One that nobody went
 * on with goes as a whole.
 */
export const dropOldFiles = defineJob({
  name: 'imports.drop_old_files',
  payload: z.object({}),
  cron: '50 3 * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    const old = await ctx.db
      .selectFrom('imports as i')
      .innerJoin('files as f', 'f.id', 'i.fileId')
      .select(['i.id', 'i.fileId', 'i.state'])
      .where('i.updatedAt', '<', before)
      .where('f.erasedAt', 'is', null)
      .orderBy('i.id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, fileId, state } of old) {
      if (state === 'applied' || state === 'undone') await dropFile(ctx, id, fileId);
      else await inTransaction(ctx, (tx) => discardImport(tx, { id }));
    }
  },
});

async function dropFile(ctx: Ctx, id: number, fileId: number): Promise<void> {
  await ctx.db.deleteFrom('importRows').where('importId', '=', id).execute();
  await eraseFile(ctx, fileId);
}
