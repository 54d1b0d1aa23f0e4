import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';
import type { ContactKind } from './api/kinds.ts';
import { type AddressLoad, loadAddresses } from './load-addresses.ts';
import { columnName, type LoadedField, loadedFields } from './record/columns.ts';
import type { Given, Values } from './record/values.ts';

/** A way to reach somebody, already normalised. */
export type ContactLoad = {
  kind: ContactKind;
  value: string;
  label?: string;
};

/** The fields of a row that a base brings; what must be known of everybody stands first. */
type LoadedValues = Pick<Values, 'kind' | 'displayName' | 'status'> &
  Partial<Pick<Values, LoadedField>>;

/** A subscriber as a base brings it, with what belongs to it. */
export type SubscriberLoad = LoadedValues & {
  contacts: readonly ContactLoad[];
  /** Where service is given: understood, or as it was written. */
  address?: AddressLoad | null;
  addressText?: string | null;
  document?: { kind: 'passport' | 'contract' | 'other'; number: string } | null;
};

export type LoadedSubscriber = { id: number; premiseId: number | null; addressId: number | null };

/**
 * Writes subscribers with their contacts, documents and service addresses through COPY. The caller
 * indexes them for search once their accounts are there too, and records one event for the whole.
 * @returns ids in the order given
 */
export async function bulkLoad(
  ctx: BulkCtx,
  rows: readonly SubscriberLoad[],
  importId: number | null = null,
): Promise<LoadedSubscriber[]> {
  if (rows.length === 0) return [];
  const ids = await reserveIds(ctx, 'subscribers', rows.length);
  const places = rows.map((row) => row.address ?? null);
  const premiseIds = await loadAddresses(ctx, places, importId);
  const placed = rows.filter((row, at) => premiseIds[at] !== null || row.addressText);
  const addressIds = await reserveIds(ctx, 'service_addresses', placed.length);
  let next = 0;
  const loaded = rows.map((row, at) => {
    const premiseId = premiseIds[at] ?? null;
    const hasAddress = premiseId !== null || Boolean(row.addressText);
    return {
      id: ids[at] ?? 0,
      premiseId,
      addressId: hasAddress ? (addressIds[next++] ?? null) : null,
    };
  });
  await copySubscribers(ctx, rows, loaded, importId);
  await copyContacts(ctx, rows, loaded, importId);
  await copyAddresses(ctx, rows, loaded, importId);
  await copyDocuments(ctx, rows, loaded, importId);
  return loaded;
}

/** COPY cannot be told to take a column's default: what is never null is written out. */
const whenUnknown: Given<Values> = { note: '', attributes: {} };

async function copySubscribers(
  ctx: BulkCtx,
  rows: readonly SubscriberLoad[],
  loaded: readonly LoadedSubscriber[],
  importId: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  await copyRows(
    ctx.client,
    'subscribers',
    ['id', 'root_id', 'import_id', 'created_at', 'updated_at', ...loadedFields.map(columnName)],
    rows.map((row, at) => {
      const id = loaded[at]?.id;
      const values = loadedFields.map((field) => row[field] ?? whenUnknown[field]);
      return [id, id, importId, now, now, ...values];
    }),
  );
}

async function copyContacts(
  ctx: BulkCtx,
  rows: readonly SubscriberLoad[],
  loaded: readonly LoadedSubscriber[],
  importId: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  await copyRows(
    ctx.client,
    'contacts',
    ['subscriber_id', 'kind', 'value', 'label', 'is_primary', 'import_id', 'created_at'],
    rows.flatMap((row, at) =>
      row.contacts.map((contact, place) => [
        loaded[at]?.id,
        contact.kind,
        contact.value,
        contact.label ?? '',
        row.contacts.findIndex((other) => other.kind === contact.kind) === place,
        importId,
        now,
      ]),
    ),
  );
}

async function copyAddresses(
  ctx: BulkCtx,
  rows: readonly SubscriberLoad[],
  loaded: readonly LoadedSubscriber[],
  importId: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  const addresses = loaded.flatMap((one, at) =>
    one.addressId === null
      ? []
      : [
          [
            one.addressId,
            one.id,
            one.premiseId,
            one.premiseId === null ? rows[at]?.addressText : '',
            true,
            importId,
            now,
          ],
        ],
  );
  await copyRows(
    ctx.client,
    'service_addresses',
    ['id', 'subscriber_id', 'premise_id', 'raw_text', 'is_primary', 'import_id', 'created_at'],
    addresses,
  );
}

async function copyDocuments(
  ctx: BulkCtx,
  rows: readonly SubscriberLoad[],
  loaded: readonly LoadedSubscriber[],
  importId: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  const documents = rows.flatMap((row, at) =>
    row.document ? [[loaded[at]?.id, row.document.kind, row.document.number, importId, now]] : [],
  );
  if (documents.length === 0) return;
  await copyRows(
    ctx.client,
    'documents',
    ['subscriber_id', 'kind', 'number', 'import_id', 'created_at'],
    documents,
  );
}
