import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { knownCoverages, unknownTerms } from '../../network/index.ts';
import { findBuildings } from '../../subscribers/index.ts';
import { ImportCounts } from '../api/shapes.ts';
import type { StagedRow } from '../apply/loads.ts';
import type { Import } from '../load-import.ts';
import type { Checked } from '../steps/check.ts';
import type { CoverageRow } from './coverage-row.ts';

/** Rows looked at in one go, and in memory at a time. */
const ROWS_AT_ONCE = 2_000;

type Row = StagedRow<CoverageRow>;
type Told = { row: number; code: string; value: string };

/**
 * Finds out which of the staged lines are here already, refuses those whose terms nobody has
 * written down, and warns of buildings that would be new.
 */
export async function checkCoverage(ctx: Ctx, imported: Import): Promise<Checked> {
  const keys = new Set<string>();
  const known = new Set<string>();
  let [all, refused, warned] = [0, 0, 0];
  for (let after = 0; ;) {
    const rows = await nextRows(ctx, imported.id, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.rowNumber;
    const wrong = await withoutTerms(ctx, rows);
    refused += await tell(ctx, imported.id, wrong, 'error');
    const isWrong = new Set(wrong.map(({ row }) => row));
    const fit = rows.filter(({ rowNumber }) => !isWrong.has(rowNumber));
    const ids = await findBuildings(
      ctx,
      fit.map(({ record }) => record.place),
    );
    const isNew = fit.filter((_, at) => ids[at] === null).map(newBuilding);
    warned += await tell(ctx, imported.id, isNew, 'warning');
    const asked = fit.map(({ record }, at) => ({ buildingId: ids[at] ?? 0, ...record }));
    const isKnown = await knownCoverages(ctx, asked);
    for (const [at, { keyValue }] of fit.entries()) {
      keys.add(keyValue);
      if (isKnown[at]) known.add(keyValue);
    }
    all += fit.length;
  }
  const counts = { toUpdate: known.size, toCreate: keys.size - known.size };
  return { counts: ImportCounts.parse({ ...counts, repeated: all - keys.size }), refused, warned };
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

async function withoutTerms(ctx: Ctx, rows: readonly Row[]): Promise<Told[]> {
  const named = new Set(rows.flatMap(({ record }) => record.terms ?? []));
  const unknown = await unknownTerms(ctx, [...named]);
  return rows.flatMap(({ rowNumber, record: { terms } }) =>
    terms !== undefined && unknown.has(terms)
      ? [{ row: rowNumber, code: 'imports.coverage_no_terms', value: terms }]
      : [],
  );
}

const newBuilding = ({ rowNumber, record: { place } }: Row): Told => ({
  row: rowNumber,
  code: 'imports.coverage_new_building',
  value: `${place.street}, ${place.building}`,
});

async function tell(
  ctx: Ctx,
  importId: number,
  told: readonly Told[],
  as: 'error' | 'warning',
): Promise<number> {
  if (told.length === 0) return 0;
  const said = sql`jsonb_build_object('code', g.code,
    'params', jsonb_build_object('value', g.value))`;
  const column =
    as === 'error'
      ? sql`error = ${said}`
      : sql`warnings = coalesce(r.warnings, '[]') || jsonb_build_array(${said})`;
  await sql`
    update import_rows r set ${column}
    from   jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
             as g("row" integer, code text, value text)
    where  r.import_id = ${importId} and r.row_number = g."row"`.execute(ctx.db);
  return told.length;
}
