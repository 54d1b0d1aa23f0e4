import { sql } from 'kysely';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import type { ContactLoad, SubscriberLoad } from './bulk-load.ts';
import { type AddressLoad, loadAddresses } from './load-addresses.ts';
import { columnList, columnName, type LoadedField, loadedFields } from './record/columns.ts';
import type { Values } from './record/values.ts';

/** What a base says of a subscriber who is here already; only what it says is changed. */
export type SubscriberUpdate = {
  id: number;
  fields: Partial<Pick<Values, Exclude<LoadedField, 'attributes' | 'note'>>>;
  attributes: Record<string, unknown>;
  /** Put under the note that is there, unless it says so already. */
  note: string;
  contacts: readonly ContactLoad[];
  address: AddressLoad | null;
  addressText: string | null;
  document: SubscriberLoad['document'];
};

/** What a subscriber was and became, in the changed columns alone (snake_case). */
export type SubscriberChange = {
  id: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * Brings subscribers up to what a base says, set by set: fields, attributes and notes, and
 * contacts, addresses and documents that they do not have yet. The caller indexes them for search.
 * @returns those in whom anything changed; `before` is empty where something was only added
 */
export async function bulkUpdate(
  ctx: BulkCtx,
  updates: readonly SubscriberUpdate[],
  importId: number,
): Promise<SubscriberChange[]> {
  if (updates.length === 0) return [];
  const changes = new Map<number, SubscriberChange>();
  for (const change of await updateFields(ctx, updates)) changes.set(change.id, change);
  const added = [
    ...(await addContacts(ctx, updates, importId)),
    ...(await addAddresses(ctx, updates, importId)),
    ...(await addDocuments(ctx, updates, importId)),
  ];
  for (const id of added) if (!changes.has(id)) changes.set(id, { id, before: {}, after: {} });
  return [...changes.values()];
}

/**
 * Writes what the base says into the rows. One statement compares and writes, so that nobody can
 * change a row between: `said` is the input; `planned` locks each row, in the order of ids, lest
 * two imports wait for each other, and makes what it should become; `changed` keeps the columns
 * that differ, for a row that was told nothing new is not updated, and an undo puts back no more.
 * @returns the columns that changed, before and after
 */
async function updateFields(
  ctx: BulkCtx,
  updates: readonly SubscriberUpdate[],
): Promise<SubscriberChange[]> {
  const input = updates.map(({ id, fields, attributes, note }) => ({
    id,
    attributes,
    note,
    columns: Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [columnName(field), value]),
    ),
  }));
  // Every loaded column is written: one that did not change is filled in from the row itself.
  const loaded = columnList(loadedFields);
  const { rows } = await sql<SubscriberChange>`
    with said as (
      select g.id, g.columns, g.attributes, g.note
      from   jsonb_to_recordset(${JSON.stringify(input)}::jsonb)
        as g(id bigint, columns jsonb, attributes jsonb, note text)),
    planned as (
      select s.id, to_jsonb(s) as old,
             g.columns || jsonb_build_object(
               'attributes', s.attributes || g.attributes, 'note', ${noteWithSaid}) as new
      from   said g join subscribers s on s.id = g.id
      order  by s.id for update of s),
    changed as (
      select p.id, c.before, c.after
      from   planned p
      cross  join lateral (
        select jsonb_object_agg(key, p.old->key) as before, jsonb_object_agg(key, value) as after
        from   jsonb_each(p.new) where p.old->key is distinct from value) c
      where  c.before is not null)
    update subscribers s
    set    (${loaded}, version, updated_at) =
           (select ${loaded}, s.version + 1, ${ctx.clock.now()}::timestamptz
            from jsonb_populate_record(s, c.after))
    from   changed c
    where  s.id = c.id
    returning s.id, c.before, c.after`.execute(ctx.db);
  return rows;
}

/** The note of row `s`, and under it what `g` says, unless it stands there already. */
const noteWithSaid = sql`
  case when position(g.note in s.note) > 0 then s.note
       else concat_ws(e'\n', nullif(s.note, ''), g.note) end`;

async function addContacts(
  ctx: BulkCtx,
  updates: readonly SubscriberUpdate[],
  importId: number,
): Promise<number[]> {
  const given = updates.flatMap(({ id, contacts }) => contacts.map((one) => ({ id, ...one })));
  // contacts_subscriber
  const { rows } = await sql<{ id: number }>`
    insert into contacts (subscriber_id, kind, value, label, import_id, created_at)
    select distinct on (g.id, g.kind, g.value) g.id, g.kind, g.value, coalesce(g.label, ''),
           ${importId}::bigint, ${ctx.clock.now()}::timestamptz
    from   jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
             as g(id bigint, kind text, value text, label text)
    where  not exists (
      select from contacts c join subscribers m on m.id = c.subscriber_id
      where  m.root_id = g.id and c.kind = g.kind and c.value = g.value and c.removed_at is null)
    returning subscriber_id as id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function addAddresses(
  ctx: BulkCtx,
  updates: readonly SubscriberUpdate[],
  importId: number,
): Promise<number[]> {
  const premises = await loadAddresses(
    ctx,
    updates.map((update) => update.address),
    importId,
  );
  const given = updates.flatMap(({ id, addressText }, at) => {
    const premise = premises[at] ?? null;
    if (premise === null && !addressText) return [];
    return [{ id, premise, text: premise === null ? addressText : '' }];
  });
  // service_addresses_subscriber
  const { rows } = await sql<{ id: number }>`
    insert into service_addresses (subscriber_id, premise_id, raw_text, is_primary, import_id,
                                   created_at)
    select distinct on (g.id, g.premise, g.text) g.id, g.premise, g.text,
           not exists (select from service_addresses o
                       where o.subscriber_id = g.id and o.removed_at is null),
           ${importId}::bigint, ${ctx.clock.now()}::timestamptz
    from   jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
             as g(id bigint, premise bigint, text text)
    where  not exists (
      select from service_addresses o
      where  o.subscriber_id = g.id and o.removed_at is null
      and    o.premise_id is not distinct from g.premise and o.raw_text = g.text)
    returning subscriber_id as id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function addDocuments(
  ctx: BulkCtx,
  updates: readonly SubscriberUpdate[],
  importId: number,
): Promise<number[]> {
  const given = updates.flatMap(({ id, document }) => (document ? [{ id, ...document }] : []));
  // documents_subscriber
  const { rows } = await sql<{ id: number }>`
    insert into documents (subscriber_id, kind, number, import_id, created_at)
    select distinct on (g.id, g.number) g.id, g.kind, g.number, ${importId}::bigint,
           ${ctx.clock.now()}::timestamptz
    from   jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
             as g(id bigint, kind text, number text)
    where  not exists (
      select from documents d
      where  d.subscriber_id = g.id and d.number = g.number and d.removed_at is null)
    returning subscriber_id as id`.execute(ctx.db);
  return rows.map((row) => row.id);
}
