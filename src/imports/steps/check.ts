import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { ImportCounts } from '../api/shapes.ts';
import { workOf } from '../kinds.ts';
import type { Import } from '../load-import.ts';
import { saveProgress } from './progress.ts';

/** What a check has found; how many rows it refused, and of how many it warned first. */
export type Checked = { counts: ImportCounts; refused: number; warned: number };

/**
 * The dry run: finds out what applying the staged rows would do, and which of them cannot be
 * applied. Writes nothing but that.
 */
export async function check(ctx: Ctx, imported: Import): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    // Sorts and hashes of a million rows; the default of 4 MB would send them all to disk.
    await sql`set local work_mem = '64MB'`.execute(tx.db);
    // The rows came a moment ago: unseen, the planner would look each of them up in the whole base,
    // one after the other.
    await sql`analyze import_rows`.execute(tx.db);
    const { counts, refused, warned } = await workOf[imported.kind].check(tx, imported);
    await saveProgress(tx, imported, {
      state: 'checked',
      doneThrough: 0,
      counts,
      errorCount: imported.errorCount + refused,
      warningCount: imported.warningCount + warned,
    });
  });
}
