import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Notes which of the new rows in checked_rows look like somebody who is here, or like an earlier
 * row: by a phone, or by name and address. One other of each sort is enough for a warning.
 */
export async function findDuplicates(ctx: Ctx, importId: number): Promise<void> {
  await sql`delete from import_duplicates where import_id = ${importId}`.execute(ctx.db);
  await byPhoneInBase(ctx, importId);
  await byPhoneInFile(ctx, importId);
  await byPlaceInBase(ctx, importId);
  await byPersonInFile(ctx, importId);
}

async function byPhoneInBase(ctx: Ctx, importId: number): Promise<void> {
  // contacts_value
  await sql`insert into import_duplicates (import_id, row_number, reason, subscriber_id)
    select ${importId}, r.row_number, 'same_phone', min(s.root_id)
    from   checked_rows r
    cross  join unnest(r.phones) as phone
    join   contacts c on c.kind = 'phone' and c.value = phone and c.removed_at is null
    join   subscribers s on s.id = c.subscriber_id
    where  r.subscriber_id is null
    group  by r.row_number`.execute(ctx.db);
}

async function byPhoneInFile(ctx: Ctx, importId: number): Promise<void> {
  await sql`insert into import_duplicates (import_id, row_number, reason, other_row)
    select ${importId}, row_number, 'same_phone', min(other_row)
    from  (select r.row_number, r.first_row,
                  min(r.first_row) over (partition by phone) as other_row
           from   checked_rows r cross join unnest(r.phones) as phone
           where  r.subscriber_id is null) p
    where  other_row < first_row and row_number = first_row
    group  by row_number`.execute(ctx.db);
}

async function byPlaceInBase(ctx: Ctx, importId: number): Promise<void> {
  // streets_key_kind_key, buildings_street_id_number_key, premises_building_id_flat_key,
  // service_addresses_premise
  await sql`insert into import_duplicates (import_id, row_number, reason, subscriber_id)
    select ${importId}, c.row_number, 'same_name_and_address', min(s.root_id)
    from   checked_rows c
    join   import_rows r on r.import_id = ${importId} and r.row_number = c.row_number
    join   streets t on t.key = r.record->'address'->>'streetKey'
                    and t.kind = r.record->'address'->>'streetKind'
    join   buildings b on b.street_id = t.id and b.number = r.record->'address'->>'building'
    join   premises p on p.building_id = b.id and p.flat = r.record->'address'->>'flat'
    join   service_addresses a on a.premise_id = p.id and a.removed_at is null
    join   subscribers s on s.id = a.subscriber_id
    where  c.subscriber_id is null and c.person_key is not null
    and    lower(s.display_name) = lower(r.record->'person'->>'displayName')
    group  by c.row_number`.execute(ctx.db);
}

async function byPersonInFile(ctx: Ctx, importId: number): Promise<void> {
  await sql`insert into import_duplicates (import_id, row_number, reason, other_row)
    select ${importId}, row_number, 'same_name_and_address', other_row
    from  (select row_number, first_row, min(first_row) over (partition by person_key) as other_row
           from   checked_rows where subscriber_id is null and person_key is not null) p
    where  other_row < first_row and row_number = first_row`.execute(ctx.db);
}
