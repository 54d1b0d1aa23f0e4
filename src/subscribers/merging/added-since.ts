import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { addressText } from '../addresses/address-text.ts';
import type { Merge } from './find-merge.ts';

export type Movable = 'contact' | 'contact_person' | 'document' | 'address' | 'need';
export type Added = { kind: Movable; id: number; text: string };

/** What was added to the successor since a merge: it may belong to the one who is set apart. */
export async function addedSince(ctx: Ctx, rootId: number, merge: Merge): Promise<Added[]> {
  // each by its index on subscriber_id
  const { rows } = await sql<Added & Parameters<typeof addressText>[0]>`
    select 'contact' as kind, id, value as text, null as city, null as street_kind, null as street,
           null as building, null as flat, value as raw_text
    from   contacts
    where  subscriber_id = ${rootId} and created_at > ${merge.mergedAt} and removed_at is null
    and    contact_person_id is null
    union  all
    select 'contact_person', id, name, null, null, null, null, null, name
    from   contact_persons
    where  subscriber_id = ${rootId} and created_at > ${merge.mergedAt} and removed_at is null
    union  all
    select 'document', id, number, null, null, null, null, null, number
    from   documents
    where  subscriber_id = ${rootId} and created_at > ${merge.mergedAt} and removed_at is null
    union  all
    select 'need', id, text, null, null, null, null, null, text
    from   needs
    where  subscriber_id = ${rootId} and noted_at > ${merge.mergedAt} and closed_at is null
    union  all
    select 'address', a.id, '', t.city, t.kind, t.name, b.number, p.flat, a.raw_text
    from   service_addresses a
    left   join premises  p on p.id = a.premise_id
    left   join buildings b on b.id = p.building_id
    left   join streets   t on t.id = b.street_id
    where  a.subscriber_id = ${rootId} and a.created_at > ${merge.mergedAt} and a.removed_at is null
    order  by kind, id
    limit  500`.execute(ctx.db);
  return rows.map((row) => ({ kind: row.kind, id: row.id, text: addressText(row) }));
}

const tables: Record<Movable, string> = {
  contact: 'contacts',
  contact_person: 'contact_persons',
  document: 'documents',
  address: 'service_addresses',
  need: 'needs',
};

/** Gives rows that were added since a merge to the one who is set apart; others are passed by. */
export async function moveAdded(
  ctx: Ctx,
  added: readonly Added[],
  chosen: readonly { kind: Movable; id: number }[],
  toId: number,
): Promise<void> {
  const isChosen = (row: Added): boolean =>
    chosen.some((one) => one.kind === row.kind && one.id === row.id);
  const moved = Map.groupBy(added.filter(isChosen), (row) => row.kind);
  for (const [kind, rows] of moved) {
    const ids = rows.map((row) => row.id);
    await sql`update ${sql.table(tables[kind])} set subscriber_id = ${toId}
      where id = any(${ids}::bigint[])`.execute(ctx.db);
    if (kind !== 'contact_person') continue;
    await sql`update contacts set subscriber_id = ${toId}
      where contact_person_id = any(${ids}::bigint[])`.execute(ctx.db);
  }
}
