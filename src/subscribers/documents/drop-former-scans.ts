import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { defineJob, enqueue } from '../../kernel/jobs/jobs.ts';

/** For as long a scan that another took the place of can be put back. */
const keptDays = 30;

/**
 * Lets go of scans that were replaced too long ago to be put back. Their bytes go after the commit:
 * until then somebody may still put one back, and from then on nobody can.
 */
export const dropFormerScans = defineJob({
  name: 'subscribers.drop_former_scans',
  payload: z.object({}),
  cron: '50 3 * * *',
  run: (ctx) =>
    inTransaction(ctx, async (tx) => {
      const fileIds = await letGo(tx);
      if (fileIds.length > 0) await enqueue(tx, eraseFiles, { fileIds });
    }),
});

async function letGo(ctx: Ctx): Promise<number[]> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  // documents_replaced (replaced_at) where former_file_id is not null
  const { rows } = await sql<{ fileId: number }>`
    with outdated as (
      select id, former_file_id from documents
      where  former_file_id is not null and replaced_at < ${before}
      for    update)
    update documents d set former_file_id = null, replaced_at = null
    from   outdated o
    where  o.id = d.id
    returning o.former_file_id as file_id`.execute(ctx.db);
  return rows.map(({ fileId }) => fileId);
}
