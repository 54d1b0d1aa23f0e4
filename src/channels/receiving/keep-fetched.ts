import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import type { FetchedTable } from './waiting-rows.ts';

type Fetched = { table: FetchedTable; id: number; name: string; contentType: string };

/**
 * Keeps the bytes that a row was waiting for. They are stored before the transaction that binds
 * them: one that lasted as long would hold up the readers of the journal.
 * @param bind makes the row fetched and binds the file to what names it; false where neither is
 * wanted any more, for the person may have been forgotten meanwhile: the bytes are erased then
 */
export async function keepFetched(
  ctx: Ctx,
  { table, id, ...file }: Fetched,
  bytes: Buffer,
  bind: (tx: Ctx, fileId: number) => Promise<boolean>,
): Promise<void> {
  const stored = await storeFile(ctx, { ...file, stream: Readable.from([bytes]) });
  let isBound: boolean;
  try {
    isBound = await inTransaction(ctx, (tx) => bind(tx, stored.id));
  } catch (error) {
    // Committed it may be all the same, if only the answer was lost.
    if (!(await isFetched(ctx, table, id))) await eraseFile(ctx, stored.id);
    throw error;
  }
  if (!isBound) await eraseFile(ctx, stored.id);
}

async function isFetched(ctx: Ctx, table: FetchedTable, id: number): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(table)} where id = ${id} and state = 'fetched'`.execute(ctx.db);
  return rows.length > 0;
}
