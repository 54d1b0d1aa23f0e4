import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { forgetFileNames, leaveFilesTo } from '../kernel/files/files.ts';
import type { ClusterIds, Eraser } from '../subscribers/index.ts';

/**
 * Forgets a person in what imports keep: former values, rows that wait or were refused, and the
 * files that he came with. A file is dropped as a whole, for nothing but a first reading needs it.
 */
export const erasePerson: Eraser = {
  erase: async (ctx, ids) => {
    const person = await wordsOf(ctx, ids);
    const found = new Set([
      ...(await importsThatBrought(ctx, ids)),
      ...(await eraseChanges(ctx, ids, person.accountIds)),
      ...(await eraseRows(ctx, person)),
    ]);
    await sql`delete from import_duplicates where subscriber_id = any(${ids}::bigint[])`.execute(
      ctx.db,
    );
    await leaveFiles(ctx, [...found], ids[0] ?? 0);
    await forgetNames(ctx, person);
  },
};

type PersonWords = {
  accountIds: number[];
  /** What is the person's alone: numbers, logins, e-mails, codes. */
  keys: string[];
  phones: string[];
  /** Whole names, of two words or more. */
  names: string[];
};

async function wordsOf(ctx: Ctx, ids: ClusterIds): Promise<PersonWords> {
  const own = sql`any(${ids}::bigint[])`;
  const { rows } = await sql<PersonWords>`
    with accounts_of as (
      select id, number, contract_number from accounts where subscriber_id = ${own}),
    keys as (
      select number as key from accounts_of
      union select contract_number from accounts_of
      union select l.login from service_lines l join accounts_of a on a.id = l.account_id
      union select value from contacts where subscriber_id = ${own} and kind <> 'phone'
      union select number from documents where subscriber_id = ${own}
      union select external_id from subscribers where id = ${own}
      union select tax_number from subscribers where id = ${own})
    select coalesce((select array_agg(id) from accounts_of), '{}') as account_ids,
           coalesce((select array_agg(key) from keys where key <> ''), '{}') as keys,
           coalesce((select array_agg(value) from contacts
                     where subscriber_id = ${own} and kind = 'phone'), '{}') as phones,
           coalesce((select array_agg(display_name) from subscribers
                     where id = ${own} and display_name ~ '\\S\\s+\\S'), '{}') as names`.execute(
    ctx.db,
  );
  return rows[0] ?? { accountIds: [], keys: [], phones: [], names: [] };
}

async function importsThatBrought(ctx: Ctx, ids: ClusterIds): Promise<number[]> {
  const own = sql`any(${ids}::bigint[])`;
  const { rows } = await sql<{ importId: number }>`
    select import_id from subscribers where id = ${own} and import_id is not null
    union select import_id from contacts where subscriber_id = ${own} and import_id is not null
    union select import_id from documents where subscriber_id = ${own} and import_id is not null
    union select import_id from tickets where subscriber_id = ${own} and import_id is not null
    union select import_id from accounts where subscriber_id = ${own} and import_id is not null`.execute(
    ctx.db,
  );
  return rows.map((row) => row.importId);
}

/** Former values go; what stays of the change says that it is not to be undone any more. */
async function eraseChanges(
  ctx: Ctx,
  ids: ClusterIds,
  accountIds: readonly number[],
): Promise<number[]> {
  // import_changes_entity
  const { rows } = await sql<{ importId: number }>`
    update import_changes
    set    before = '{}', after = '{}', state = 'kept'
    where  (entity = 'subscriber' and entity_id = any(${ids}::bigint[])
            or entity = 'account' and entity_id = any(${[...accountIds]}::bigint[]))
    and    before is not null
    returning import_id`.execute(ctx.db);
  return rows.map((row) => row.importId);
}

/** Fewer signs than this stand in many rows. */
const TELLING_CHARS = 5;

/**
 * Rows that wait to be applied are found by what is the person's alone; the cells of rows that were
 * refused or warned of, also by the name: a namesake's row loses no more than its echo.
 */
async function eraseRows(ctx: Ctx, { keys, phones, names }: PersonWords): Promise<number[]> {
  const words = [...keys, ...names].filter((word) => word.length >= TELLING_CHARS);
  const lower = words.map((word) => word.toLowerCase());
  const digits = phones.map((phone) => phone.slice(-10));
  const { rows } = await sql<{ importId: number }>`
    update import_rows r
    set    record = null, key_value = null, phones = null, person_key = null, cells = null,
           warnings = null, error = '{"code": "imports.row_erased", "params": {}}'
    where  r.key_value = any(${keys}::text[]) or r.phones && ${phones}::text[]
    or     r.record->'account'->>'number' = any(${keys}::text[])
    or     r.record->'account'->>'contractNumber' = any(${keys}::text[])
    or     r.record->'person'->>'externalId' = any(${keys}::text[])
    or     exists (select from jsonb_array_elements(r.record->'contacts') c
                   where c->>'value' = any(${keys}::text[]))
    or     r.cells is not null and (
             exists (select from unnest(${lower}::text[]) w
                     where position(w in lower(array_to_string(r.cells, ' '))) > 0)
             or exists (select from unnest(${digits}::text[]) d
                        where position(d in regexp_replace(array_to_string(r.cells, ' '),
                                                           '[^0-9]', '', 'g')) > 0))
    returning r.import_id`.execute(ctx.db);
  return rows.map((row) => row.importId);
}

/** Shorter words stand in names of files that mean something else. */
const NAME_CHARS = 4;

/** A file that is named for the person goes by its import's number. */
async function forgetNames(ctx: Ctx, { keys, phones, names }: PersonWords): Promise<void> {
  const words = [...keys, ...names.flatMap((name) => name.split(/\s+/u))]
    .filter((word) => word.length >= NAME_CHARS)
    .map((word) => word.toLowerCase());
  const digits = phones.map((phone) => phone.slice(-10));
  // One pass over the imports, which are few.
  const { rows } = await sql<{ fileId: number }>`
    update imports
    set    file_name = 'import-' || id || coalesce(substring(file_name from '\\.\\w{1,5}$'), '')
    where  exists (select from unnest(${words}::text[]) w
                   where position(w in lower(file_name)) > 0)
    or     exists (select from unnest(${digits}::text[]) d
                   where position(d in regexp_replace(file_name, '[^0-9]', '', 'g')) > 0)
    returning file_id`.execute(ctx.db);
  await forgetFileNames(
    ctx,
    rows.map((row) => row.fileId),
  );
}

/** The files of these imports, and of others of the same file, are erased with the person. */
async function leaveFiles(ctx: Ctx, importIds: readonly number[], id: number): Promise<void> {
  const these = [...importIds];
  // imports_file (sha256, id)
  const { rows } = await sql<{ fileId: number }>`
    select file_id from imports
    where  sha256 in (select sha256 from imports where id = any(${these}::bigint[]))`.execute(
    ctx.db,
  );
  await leaveFilesTo(
    ctx,
    rows.map((row) => row.fileId),
    id,
  );
}
