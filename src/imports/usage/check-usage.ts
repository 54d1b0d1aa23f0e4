import { sql } from 'kysely';
import { tryUsage } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ImportCounts } from '../api/shapes.ts';
import type { StagedRow } from '../apply/loads.ts';
import type { Import } from '../load-import.ts';
import type { Checked } from '../steps/check.ts';
import { FILES, loadsOf } from './usage-loads.ts';
import type { UsageRow } from './usage-row.ts';

/** Rows looked at in one go, and in memory at a time. */
const ROWS_AT_ONCE = 2_000;

type Row = StagedRow<UsageRow>;

/** Finds out which of the staged rows are here already, and refuses those that are nobody's. */
export async function checkUsage(ctx: Ctx, imported: Import): Promise<Checked> {
  let refused = 0;
  let known = 0;
  for (let after = 0; ;) {
    const rows = await nextRows(ctx, imported.id, after);
    const last = rows.at(-1);
    if (!last) break;
    const found = await tryUsage(ctx, FILES, rows.flatMap(loadsOf));
    refused += await refuseUnknown(ctx, imported.id, whichOf(rows, found.unknown));
    known += whichOf(rows, found.known).length;
    after = last.rowNumber;
  }
  const { all, distinct } = await count(ctx, imported.id);
  const repeated = all - distinct;
  const toCreate = Math.max(0, distinct - known);
  return { counts: ImportCounts.parse({ toCreate, known, repeated }), refused, warned: 0 };
}

async function nextRows(ctx: Ctx, importId: number, after: number): Promise<Row[]> {
  // import_rows_pkey
  const { rows } = await sql<Row>`
    select row_number, key_value, record from import_rows
    where  import_id = ${importId} and row_number > ${after} and error is null
    order  by row_number
    limit  ${ROWS_AT_ONCE}`.execute(ctx.db);
  return rows;
}

/** The first row of each key of which a record is among these. */
function whichOf(rows: readonly Row[], keys: readonly string[]): Row[] {
  const among = new Set(keys);
  return rows.filter((row) => loadsOf(row).some(({ key }) => among.has(key)));
}

async function refuseUnknown(ctx: Ctx, importId: number, rows: readonly Row[]): Promise<number> {
  const told = rows.map(({ rowNumber, record: { account, line } }) => ({
    row: rowNumber,
    value: [account.number, line.login, line.number].filter(Boolean).join(', '),
  }));
  await sql`
    update import_rows r
    set    error = jsonb_build_object('code', 'imports.usage_of_nobody',
                                      'params', jsonb_build_object('value', g.value))
    from   jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as g("row" integer, value text)
    where  r.import_id = ${importId} and r.row_number = g."row"`.execute(ctx.db);
  return told.length;
}

async function count(ctx: Ctx, importId: number): Promise<{ all: number; distinct: number }> {
  // import_rows_pkey
  const { rows } = await sql<{ all: number; distinct: number }>`
    select count(*)::int as "all", count(distinct key_value)::int as "distinct"
    from   import_rows where import_id = ${importId} and error is null`.execute(ctx.db);
  return rows[0] ?? { all: 0, distinct: 0 };
}
