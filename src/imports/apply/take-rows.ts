import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import type { Import } from '../load-import.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { StagedRow } from './loads.ts';

/**
 * The next rows to be applied, in their order. They leave the staging table in the transaction that
 * applies them; of rows with a warning only the cells stay, to be handed back.
 */
export async function takeRows<R = ImportRecord>(
  ctx: BulkCtx,
  imported: Import,
  limit: number,
): Promise<StagedRow<R>[]> {
  // import_rows_pkey
  const { rows } = await sql<StagedRow<R>>`
    select row_number, key_value, record from import_rows
    where  import_id = ${imported.id} and row_number > ${imported.doneThrough} and error is null
    order  by row_number
    limit  ${limit}`.execute(ctx.db);
  const last = rows.at(-1)?.rowNumber ?? 0;
  const these = sql`import_id = ${imported.id} and row_number > ${imported.doneThrough}
    and row_number <= ${last} and error is null`;
  await sql`delete from import_rows where ${these} and warnings is null`.execute(ctx.db);
  await sql`update import_rows set record = null where ${these}`.execute(ctx.db);
  return rows;
}

/** What a row claims, and for whom; nobody's number is taken by its own holder. */
export type Claim = { number: string | null; subscriberId: number | null };

/**
 * Puts aside rows that somebody got ahead of since the check: their account's number or external id
 * is another's now. Returns the others.
 */
export async function withoutTaken(
  ctx: BulkCtx,
  imported: Import,
  rows: readonly StagedRow[],
  claimOf: (row: StagedRow) => Claim,
): Promise<StagedRow[]> {
  const asked = rows.map((row) => ({
    row: row.rowNumber,
    ...claimOf(row),
    external: row.record.person.externalId ?? null,
  }));
  // accounts_number, subscribers_external
  const { rows: taken } = await sql<{ row: number; code: string; value: string }>`
    select q."row", 'imports.account_taken' as code, q.number as value
    from   jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as q("row" integer, number text, "subscriberId" bigint)
    join   accounts a on a.number = q.number
    join   subscribers o on o.id = a.subscriber_id
    where  o.root_id is distinct from q."subscriberId"
    union all
    select q."row", 'imports.external_id_taken', q.external
    from   jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as q("row" integer, external text, "subscriberId" bigint)
    join   subscribers s on s.external_id = q.external
    where  s.root_id is distinct from q."subscriberId"`.execute(ctx.db);
  if (taken.length === 0) return [...rows];
  const refused = new Map(taken.map((one) => [one.row, one]));
  const errors = rows.flatMap((row) => {
    const one = refused.get(row.rowNumber);
    return one ? [errorRow(imported.id, row, one)] : [];
  });
  await ctx.db
    .insertInto('importRows')
    .values(errors)
    .onConflict((c) =>
      c.columns(['importId', 'rowNumber']).doUpdateSet((e) => ({ error: e.ref('excluded.error') })),
    )
    .execute();
  return rows.filter((row) => !refused.has(row.rowNumber));
}

const errorRow = (
  importId: number,
  row: StagedRow,
  { code, value }: { code: string; value: string },
) => ({
  importId,
  rowNumber: row.rowNumber,
  keyValue: row.keyValue,
  record: JSON.stringify(row.record),
  error: JSON.stringify({ code, params: { value } }),
});
