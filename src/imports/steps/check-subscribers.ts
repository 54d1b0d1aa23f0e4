import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ImportCounts } from '../api/shapes.ts';
import type { Import } from '../load-import.ts';
import type { Checked } from './check.ts';
import { findDuplicates } from './find-duplicates.ts';
import { holdersOf } from './holders.ts';

/** More rows of one subscriber than this mean that the key is none. */
const MAX_ROWS_OF_ONE = 50;

/**
 * Finds out, set by set, whom the staged rows would create and whom they would change, which of
 * them cannot be applied, and which look like somebody who is here.
 */
export async function checkSubscribers(ctx: Ctx, imported: Import): Promise<Checked> {
  await gather(ctx, imported);
  const refused = await refuseConflicts(ctx, imported);
  await findDuplicates(ctx, imported.id);
  return { counts: await count(ctx, imported), refused, warned: 0 };
}

/** The rows that can be applied, each with the one subscriber that its key finds, if any. */
async function gather(ctx: Ctx, imported: Import): Promise<void> {
  await sql`drop table if exists checked_rows`.execute(ctx.db);
  // import_rows_pkey
  await sql`create temporary table checked_rows on commit drop as
    with found as (
      select r.row_number, count(distinct h.subscriber_id) as subscribers,
             min(h.subscriber_id) as subscriber_id
      from   import_rows r
      join   (${holdersOf(imported.key)}) h on h.key_value = r.key_value
      where  r.import_id = ${sql.lit(imported.id)} and r.error is null
      group  by r.row_number)
    select r.row_number, r.key_value, r.phones, r.person_key, f.subscriber_id,
           coalesce(f.subscribers, 0) as subscribers,
           coalesce(r.record->'account'->>'number', r.record->'account'->>'contractNumber',
                    r.record->'line'->>'login') as account_number,
           r.record->'person'->>'externalId' as external_id,
           min(r.row_number) over (partition by r.key_value) as first_row
    from   import_rows r left join found f using (row_number)
    where  r.import_id = ${sql.lit(imported.id)} and r.error is null`.execute(ctx.db);
  await sql`analyze checked_rows`.execute(ctx.db);
}

/** Rows that would break what must be unique; found before, so that no part of the import fails. */
async function refuseConflicts(ctx: Ctx, imported: Import): Promise<number> {
  const refused = await sql<{ rowNumber: number }>`
    with conflicts as (
      select row_number, 'imports.key_ambiguous' as code, key_value as value
      from   checked_rows where subscribers > 1
      union all
      select row_number, 'imports.key_repeated', key_value
      from  (select row_number, key_value,
                    row_number() over (partition by key_value order by row_number) as place
             from checked_rows) k
      where  place > ${MAX_ROWS_OF_ONE}
      union all
      -- accounts_number
      select c.row_number, 'imports.account_taken', c.account_number
      from   checked_rows c
      join   accounts a on a.number = c.account_number
      join   subscribers s on s.id = a.subscriber_id
      where  s.root_id is distinct from c.subscriber_id
      union all
      -- subscribers_external
      select c.row_number, 'imports.external_id_taken', c.external_id
      from   checked_rows c
      join   subscribers s on s.external_id = c.external_id
      where  s.root_id is distinct from c.subscriber_id
      union all
      select row_number, 'imports.account_repeated', account_number
      from  (select row_number, account_number, first_row,
                    min(first_row) over (partition by account_number) as owner_row
             from checked_rows where account_number is not null) n
      where  first_row <> owner_row
      union all
      select row_number, 'imports.external_id_repeated', external_id
      from  (select row_number, external_id, first_row,
                    min(first_row) over (partition by external_id) as owner_row
             from checked_rows where external_id is not null) n
      where  first_row <> owner_row),
    first as (select distinct on (row_number) * from conflicts order by row_number, code)
    update import_rows r
    set    error = jsonb_build_object('code', f.code,
                                    'params', jsonb_build_object('value', f.value))
    from   first f
    where  r.import_id = ${imported.id} and r.row_number = f.row_number
    returning r.row_number`.execute(ctx.db);
  if (refused.rows.length > 0) {
    const numbers = refused.rows.map((row) => row.rowNumber);
    await sql`delete from checked_rows where row_number = any(${numbers}::integer[])`.execute(
      ctx.db,
    );
  }
  return refused.rows.length;
}

async function count(ctx: Ctx, imported: Import): Promise<ImportCounts> {
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where subscriber_id is null and row_number = first_row)::int
             as to_create,
           count(*) filter (where subscriber_id is not null and row_number = first_row)::int
             as to_update,
           count(*) filter (where row_number <> first_row)::int as repeated,
           (select count(distinct row_number)::int from import_duplicates
            where import_id = ${imported.id}) as duplicates,
           (select count(*)::int from (
              select r.record->'plan'->>'tariff' as name from import_rows r
              where  r.import_id = ${imported.id} and r.error is null
              group  by 1) t
            where t.name is not null and not exists (select from products p where p.name = t.name)
           ) as new_tariffs
    from   checked_rows`.execute(ctx.db);
  return ImportCounts.parse(rows[0] ?? {});
}
