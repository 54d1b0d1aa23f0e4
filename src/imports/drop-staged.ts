import type { Ctx } from '../kernel/context.ts';

/** Drops what a check found, so that the file is read again from its start. */
export async function dropStaged(ctx: Ctx, id: number): Promise<void> {
  await ctx.db.deleteFrom('importRows').where('importId', '=', id).execute();
  await ctx.db.deleteFrom('importDuplicates').where('importId', '=', id).execute();
  await ctx.db
    .updateTable('imports')
    .set({
      rowCount: 0,
      errorCount: 0,
      warningCount: 0,
      doneThrough: 0,
      profiles: '{}',
      counts: '{}',
    })
    .where('id', '=', id)
    .execute();
}
