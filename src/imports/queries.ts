import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../kernel/api/cursor.ts';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { api, ImportView } from './api.ts';
import type { ImportState } from './api/shapes.ts';
import { type Import, loadImport } from './load-import.ts';

type View = z.input<typeof ImportView>;

const IdPlace = z.tuple([z.int()]);
/** Row number, and the id within the row; a row's number is an integer of four bytes. */
const RowPlace = z.tuple([z.int32(), z.int()]);

/** An import as screens and programs see it. */
export async function showImport(ctx: Ctx, { id }: { id: number }): Promise<Result<View>> {
  const imported = await loadImport(ctx, id);
  if (!imported) return fail('imports.not_found');
  const [view] = await viewsOf(ctx, [imported]);
  return view ? ok(view) : fail('imports.not_found');
}

/** Imports, newest first, a page at a time. */
export async function listImports(
  ctx: Ctx,
  { cursor, limit }: z.output<(typeof api)['GET /api/imports']['input']>,
): Promise<Result<{ imports: View[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, IdPlace);
  if (!place.ok) return place;
  const before = place.value ? sql`id < ${place.value[0]}` : sql`true`;
  // imports_pkey
  const { rows } = await sql<{ id: number }>`
    select id from imports where ${before}
    order by id desc limit ${limit + 1}`.execute(ctx.db);
  const page = await Promise.all(rows.slice(0, limit).map(({ id }) => loadImport(ctx, id)));
  const imports = await viewsOf(
    ctx,
    page.filter((one) => one !== null),
  );
  const last = imports.at(-1);
  return ok({ imports, nextCursor: rows.length > limit && last ? makeCursor([last.id]) : null });
}

type Beside = {
  id: number;
  createdBy: string | null;
  sameId: number | null;
  sameState: ImportState | null;
  sameAt: Date | null;
};

async function viewsOf(ctx: Ctx, imports: readonly Import[]): Promise<View[]> {
  // imports_file
  const { rows } = await sql<Beside>`
    select i.id, s.name as created_by, o.id as same_id, o.state as same_state,
           o.created_at as same_at
    from   imports i
    left   join staff s on s.id = i.created_by
    left   join lateral (
      select id, state, created_at from imports o
      where  o.sha256 = i.sha256 and o.id < i.id order by o.id desc limit 1) o on true
    where  i.id = any(${imports.map((one) => one.id)}::bigint[])`.execute(ctx.db);
  const beside = new Map(rows.map((row) => [row.id, row]));
  return imports.map((imported) => {
    const {
      fileId: _file,
      sha256: _sum,
      attempts: _tries,
      readRow: _row,
      profiles: _seen,
      ...own
    } = imported;
    const more = beside.get(imported.id);
    return {
      ...own,
      createdBy: more?.createdBy ?? null,
      sameFileAs:
        more?.sameId && more.sameState && more.sameAt
          ? { id: more.sameId, state: more.sameState, createdAt: more.sameAt }
          : null,
    };
  });
}

type RowsInput = z.output<(typeof api)['GET /api/imports/{id}/rows']['input']>;
type ListedRow = z.input<(typeof api)['GET /api/imports/{id}/rows']['output']>['rows'][number];

/** Rows of an import that somebody should look at, in the order of the file. */
export async function listRows(
  ctx: Ctx,
  { id, only, cursor, limit }: RowsInput,
): Promise<Result<{ rows: ListedRow[]; nextCursor: string | null }>> {
  if (!(await loadImport(ctx, id))) return fail('imports.not_found');
  const place = placeAfter(cursor, RowPlace);
  if (!place.ok) return place;
  const [after, afterId] = place.value ?? [0, 0];
  const found =
    only === 'duplicates'
      ? await duplicateRows(ctx, id, after, afterId, limit + 1)
      : await problemRows(ctx, id, only, after, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return ok({
    rows: rows.map(({ place: _place, ...row }) => row),
    nextCursor: hasMore ? makeCursor([last.rowNumber, last.place]) : null,
  });
}

type PlacedRow = ListedRow & { place: number };

async function problemRows(
  ctx: Ctx,
  id: number,
  only: 'errors' | 'warnings',
  after: number,
  limit: number,
): Promise<PlacedRow[]> {
  const which = only === 'errors' ? sql`error is not null` : sql`warnings is not null`;
  const problems = only === 'errors' ? sql`jsonb_build_array(error)` : sql`warnings`;
  // import_rows_errors, import_rows_warnings
  const { rows } = await sql<PlacedRow>`
    select row_number, coalesce(cells, '{}') as cells, ${problems} as problems, 0 as place,
           null::bigint as subscriber_id, null as subscriber_name, null::integer as other_row
    from   import_rows
    where  import_id = ${id} and ${which} and row_number > ${after}
    order  by row_number limit ${limit}`.execute(ctx.db);
  return rows;
}

async function duplicateRows(
  ctx: Ctx,
  id: number,
  after: number,
  afterId: number,
  limit: number,
): Promise<PlacedRow[]> {
  // import_duplicates_import
  const { rows } = await sql<PlacedRow>`
    select d.row_number, '{}'::text[] as cells, d.id as place, d.subscriber_id, d.other_row,
           jsonb_build_array(jsonb_build_object('code', 'imports.' || d.reason)) as problems,
           s.display_name as subscriber_name
    from   import_duplicates d left join subscribers s on s.id = d.subscriber_id
    where  d.import_id = ${id} and (d.row_number, d.id) > (${after}, ${afterId})
    order  by d.row_number, d.id limit ${limit}`.execute(ctx.db);
  return rows;
}

type KeptInput = z.output<(typeof api)['GET /api/imports/{id}/kept']['input']>;
type Kept = z.input<(typeof api)['GET /api/imports/{id}/kept']['output']>['kept'][number];

/** What an undo left as it is. */
export async function listKept(
  ctx: Ctx,
  { id, cursor, limit }: KeptInput,
): Promise<Result<{ kept: Kept[]; nextCursor: string | null }>> {
  if (!(await loadImport(ctx, id))) return fail('imports.not_found');
  const place = placeAfter(cursor, IdPlace);
  if (!place.ok) return place;
  const [after] = place.value ?? [0];
  // import_changes_kept
  const { rows } = await sql<Kept & { changeId: number }>`
    select c.id as change_id, c.entity, c.entity_id, s.id as subscriber_id, s.display_name as name
    from   import_changes c
    left   join subscriptions o on c.entity = 'subscription' and o.id = c.entity_id
    left   join tickets t on c.entity = 'ticket' and t.id = c.entity_id
    left   join accounts a on a.id = case c.entity when 'account' then c.entity_id
                                                   when 'subscription' then o.account_id end
    left   join subscribers s on s.id = case c.entity when 'subscriber' then c.entity_id
                                                      when 'ticket' then t.subscriber_id
                                                      else a.subscriber_id end
    where  c.import_id = ${id} and c.state = 'kept' and c.id > ${after}
    order  by c.id limit ${limit + 1}`.execute(ctx.db);
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return ok({
    kept: kept.map(({ changeId: _id, ...one }) => one),
    nextCursor: rows.length > limit && last ? makeCursor([last.changeId]) : null,
  });
}
