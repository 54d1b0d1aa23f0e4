import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { loadEntries } from '../../kernel/search/load-entries.ts';
import { describeSubscribers } from '../../subscribers/index.ts';

/**
 * Puts subscribers whom an import has made into the search, those apart who are there already.
 * They are locked meanwhile, so that nobody changes, merges or erases one between the look and the
 * entry.
 */
export async function makeFindable(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await inBulkTransaction(ctx, async (bulk) => {
    const these = sql`any(${[...ids]}::bigint[])`;
    await sql`select from subscribers where id = ${these} order by id for key share`.execute(
      bulk.db,
    );
    // A look after the locks sees what whoever held them has written; by primary keys.
    const { rows } = await sql<{ id: number }>`
      select s.id from subscribers s
      where  s.id = ${these} and s.merged_into_id is null and not exists (
        select from search_entries e where e.kind = 'subscriber' and e.ref_id = s.id)`.execute(
      bulk.db,
    );
    const missing = rows.map((row) => row.id);
    await loadEntries(bulk, await describeSubscribers(bulk, missing));
  });
}

/** The newest subscribers that an import has made. */
export async function newestOf(ctx: Ctx, importId: number, limit: number): Promise<number[]> {
  // subscribers_import
  const { rows } = await sql<{ id: number }>`
    select id from subscribers where import_id = ${importId}
    order by id desc limit ${limit}`.execute(ctx.db);
  return rows.map((row) => row.id);
}
