import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Contact, ContactPerson, Document, ServiceAddress } from '../api/shapes.ts';
import { addressText } from '../addresses/address-text.ts';
import type { ClusterIds } from '../slots.ts';

export { codeWordOf } from '../code-words/code-word.ts';

/** The root's own first, then what came with merged ones; the primary of each kind first. */
export async function loadContacts(ctx: Ctx, ids: ClusterIds): Promise<z.input<typeof Contact>[]> {
  // contacts_subscriber (subscriber_id)
  const { rows } = await sql<z.input<typeof Contact>>`
    select id, subscriber_id, contact_person_id, kind, value, extension, label, is_primary
    from   contacts
    where  subscriber_id = any(${ids}) and removed_at is null
    order  by kind <> 'phone', kind <> 'email', kind,
           subscriber_id <> ${ids[0]}, is_primary desc, id`.execute(ctx.db);
  return shownOnce(rows, (row) => `${row.kind} ${row.value} ${String(row.contactPersonId)}`);
}

/** The same phone or address may stand with both of a merged pair; it is shown once. */
function shownOnce<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(keyOf(row)) && seen.add(keyOf(row)));
}

export async function loadContactPersons(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<z.input<typeof ContactPerson>[]> {
  // contact_persons_subscriber (subscriber_id)
  const { rows } = await sql<z.input<typeof ContactPerson>>`
    select id, name, role, birth_on, note
    from   contact_persons
    where  subscriber_id = any(${ids}) and removed_at is null
    order  by role <> 'head', id`.execute(ctx.db);
  return rows;
}

type DocumentRow = Omit<z.input<typeof Document>, 'file'> & {
  fileId: number | null;
  fileName: string | null;
  fileSizeBytes: number | null;
};

export async function loadDocuments(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<z.input<typeof Document>[]> {
  // documents_subscriber (subscriber_id)
  const { rows } = await sql<DocumentRow>`
    select d.id, d.kind, d.number, d.issued_on, d.issued_by,
           f.id as file_id, f.name as file_name, f.size_bytes as file_size_bytes
    from   documents d
    left   join files f on f.id = d.file_id and f.erased_at is null
    where  d.subscriber_id = any(${ids}) and d.removed_at is null
    order  by d.id`.execute(ctx.db);
  return rows.map(({ fileId, fileName, fileSizeBytes, ...row }) => ({
    ...row,
    file:
      fileId === null ? null : { id: fileId, name: fileName ?? '', sizeBytes: fileSizeBytes ?? 0 },
  }));
}

export type AddressRow = {
  id: number;
  label: string;
  isPrimary: boolean;
  rawText: string;
  premiseId: number | null;
  buildingId: number | null;
  city: string | null;
  streetKind: string | null;
  street: string | null;
  building: string | null;
  flat: string | null;
  isPrivateSector: boolean | null;
  technology: string | null;
  district: string | null;
};

export async function loadAddresses(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<z.input<typeof ServiceAddress>[]> {
  // service_addresses_subscriber (subscriber_id), then primary keys
  const { rows } = await sql<AddressRow>`
    select a.id, a.label, a.is_primary, a.raw_text, a.premise_id,
           b.id as building_id, t.city, t.kind as street_kind, t.name as street,
           b.number as building, p.flat, b.is_private_sector, b.technology, b.district
    from   service_addresses a
    left   join premises  p on p.id = a.premise_id
    left   join buildings b on b.id = p.building_id
    left   join streets   t on t.id = b.street_id
    where  a.subscriber_id = any(${ids}) and a.removed_at is null
    order  by a.subscriber_id <> ${ids[0]}, a.is_primary desc, a.id`.execute(ctx.db);
  const places = shownOnce(rows, (row) => String(row.premiseId ?? row.rawText));
  return places.map((row) => ({
    id: row.id,
    label: row.label,
    isPrimary: row.isPrimary,
    text: addressText(row, ctx.language),
    isUnderstood: row.premiseId !== null,
    premiseId: row.premiseId,
    buildingId: row.buildingId,
    isPrivateSector: row.isPrivateSector ?? false,
    technology: row.technology,
    district: row.district ?? '',
  }));
}
