import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ImportCounts } from '../api/shapes.ts';
import type { Import } from '../load-import.ts';
import type { Checked } from '../steps/check.ts';
import type { TicketRow } from './find-people.ts';
import { placeRows } from './place-rows.ts';

/** Rows looked at in one go, and in memory at a time. */
const ROWS_AT_ONCE = 2_000;

/**
 * Finds out which of the staged tickets are new, and warns of those whose subscriber or assignee is
 * not found. None is refused: a number that is here already is passed over.
 */
export async function checkTickets(ctx: Ctx, imported: Import): Promise<Checked> {
  let warned = 0;
  for (let after = 0; ;) {
    const rows = await newRows(ctx, imported.id, after);
    const last = rows.at(-1);
    if (!last) break;
    warned += await writeWarnings(ctx, imported.id, rows);
    after = last.rowNumber;
  }
  return { counts: await count(ctx, imported.id), refused: 0, warned };
}

async function newRows(ctx: Ctx, importId: number, after: number): Promise<TicketRow[]> {
  // import_rows_pkey, tickets_external
  const { rows } = await sql<TicketRow>`
    select row_number, key_value, record from import_rows r
    where  import_id = ${importId} and row_number > ${after} and error is null
    and    not exists (select from tickets t where t.external_number = r.key_value)
    order  by row_number
    limit  ${ROWS_AT_ONCE}`.execute(ctx.db);
  return rows;
}

/** @returns how many rows had no warning before */
async function writeWarnings(
  ctx: Ctx,
  importId: number,
  rows: readonly TicketRow[],
): Promise<number> {
  const told = (await placeRows(ctx, rows))
    .filter(({ warnings }) => warnings.length > 0)
    .map(({ row, warnings }) => ({ row: row.rowNumber, warnings }));
  if (told.length === 0) return 0;
  const { rows: first } = await sql<{ isFirst: boolean }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as q("row" integer, warnings jsonb)),
    former as (
      select row_number, warnings from import_rows
      where  import_id = ${importId} and row_number in (select "row" from given))
    update import_rows r
    set    warnings = coalesce(f.warnings, '[]') || g.warnings
    from   given g join former f on f.row_number = g."row"
    where  r.import_id = ${importId} and r.row_number = g."row"
    returning f.warnings is null as is_first`.execute(ctx.db);
  return first.filter(({ isFirst }) => isFirst).length;
}

async function count(ctx: Ctx, importId: number): Promise<ImportCounts> {
  // import_rows_pkey, tickets_external
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where t.id is null)::int as to_create,
           count(*) filter (where t.id is not null)::int as known,
           coalesce(sum(n.times - 1), 0)::int as repeated
    from  (select key_value, count(*) as times from import_rows
           where  import_id = ${importId} and error is null
           group  by key_value) n
    left   join tickets t on t.external_number = n.key_value`.execute(ctx.db);
  return ImportCounts.parse(rows[0] ?? {});
}
