import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { type FormerCoverage, takeBackCoverages } from '../../network/index.ts';
import { removeEmptyPlaces } from '../../subscribers/index.ts';
import type { Import } from '../load-import.ts';
import { removeTold } from '../undo/remove-leftovers.ts';
import { settleChanges } from '../undo/settle-changes.ts';
import type { UndoDone } from '../undo/take-back-changes.ts';

type Change = { changeId: number; id: number; before: FormerCoverage | null; version: number };

/** Puts back what stood before the newest changes; a line changed since stays, and is told. */
export async function restoreCoverage(
  ctx: BulkCtx,
  { id: importId }: Import,
  limit: number,
): Promise<UndoDone> {
  // import_changes_import
  const { rows } = await sql<Change>`
    select id as change_id, entity_id as id, before, (after ->> 'version')::integer as version
    from   import_changes
    where  import_id = ${importId} and state = 'done' and entity = 'coverage'
    order  by id desc limit ${limit}`.execute(ctx.db);
  const done = new Set(await takeBackCoverages(ctx, rows));
  const kept = rows.filter(({ id }) => !done.has(id));
  await settleChanges(
    ctx,
    rows.map(({ changeId }) => changeId),
    new Set(kept.map(({ changeId }) => changeId)),
  );
  const removed = rows.filter(({ id, before }) => before === null && done.has(id)).length;
  return { count: rows.length, removed, restored: done.size - removed, kept: kept.length };
}

/** The last part: buildings that the import made, at which nothing else is known. */
export async function removeCoverageLeftovers(ctx: BulkCtx, { id }: Import): Promise<void> {
  await removeEmptyPlaces(ctx, id);
  await removeTold(ctx, id);
}
