import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { removeEntries } from '../kernel/search/index-entries.ts';
import { forgetBulkRows } from '../work/index.ts';
import { columnList, loadedFields } from './record/columns.ts';
import type { SubscriberChange } from './bulk-update.ts';

/**
 * Puts back what an import changed in subscribers who were here before it, and takes away what it
 * added to them; those in whom one of the changed columns was edited since keep their edits.
 * @returns ids of those that were kept as they are now
 */
export async function restoreSubscribers(
  ctx: Ctx,
  changes: readonly SubscriberChange[],
  importId: number,
): Promise<number[]> {
  if (changes.length === 0) return [];
  const ids = changes.map((change) => change.id);
  const { rows } = await sql<{ id: number }>`
    with given as (
      select g.id, g.before, g.after
      from   jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as g(id bigint, before jsonb, after jsonb)),
    restored as (
      update subscribers s
      set    (${columnList(loadedFields)}, version, updated_at) =
             (select ${columnList(loadedFields)}, s.version + 1, ${ctx.clock.now()}::timestamptz
              from jsonb_populate_record(s, g.before))
      from   given g
      where  s.id = g.id and ${isUntouched}
      returning s.id)
    select g.id from given g where not exists (select from restored r where r.id = g.id)
  `.execute(ctx.db);
  await removeParts(ctx, ids, importId);
  return rows.map((row) => row.id);
}

const isUntouched = sql`not exists (
  select from jsonb_each(g.after) where to_jsonb(s)->key is distinct from value)`;

async function removeParts(ctx: Ctx, ids: readonly number[], importId: number): Promise<void> {
  // contacts_subscriber, documents_subscriber, service_addresses_subscriber
  const ofImport = sql`subscriber_id = any(${[...ids]}::bigint[]) and import_id = ${importId}`;
  await sql`delete from contacts where ${ofImport}`.execute(ctx.db);
  await sql`delete from documents where ${ofImport}`.execute(ctx.db);
  await sql`delete from service_addresses a where ${ofImport}
    and not exists (select from accounts o where o.service_address_id = a.id)`.execute(ctx.db);
}

/**
 * Removes subscribers for good, with everything of their own. Only for those whom an import made
 * and nobody has touched: whatever else points at them makes the database refuse.
 */
export async function removeSubscribers(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any(${[...ids]}::bigint[])`;
  await sql`delete from duplicate_pairs where first_id = ${these} or second_id = ${these}`.execute(
    ctx.db,
  );
  await forgetBulkRows(ctx, 'subscribers', ids);
  await sql`delete from contacts where subscriber_id = ${these}`.execute(ctx.db);
  await sql`delete from documents where subscriber_id = ${these}`.execute(ctx.db);
  await sql`delete from service_addresses where subscriber_id = ${these}`.execute(ctx.db);
  await sql`delete from subscribers where id = ${these}`.execute(ctx.db);
  await removeEntries(ctx, 'subscriber', ids);
}

/** Removes the premises, buildings and streets that an import made and nobody lives in any more. */
export async function removeEmptyPlaces(ctx: Ctx, importId: number): Promise<void> {
  // premises_import, service_addresses_premise; buildings_import, premises_building_id_flat_key
  await sql`delete from premises p where p.import_id = ${importId}
    and not exists (select from service_addresses a where a.premise_id = p.id)`.execute(ctx.db);
  await sql`delete from buildings b where b.import_id = ${importId}
    and not exists (select from premises p where p.building_id = b.id)
    and not exists (select from incident_buildings i where i.building_id = b.id)
    and not exists (select from coverages c where c.building_id = b.id)
    and not exists (select from stop_sales s where s.building_id = b.id)
    and not exists (select from competitor_offers o where o.building_id = b.id)
    and not exists (select from coverage_wishes w where w.building_id = b.id)`.execute(ctx.db);
  await sql`delete from streets t where t.import_id = ${importId}
    and not exists (select from buildings b where b.street_id = t.id)`.execute(ctx.db);
}
