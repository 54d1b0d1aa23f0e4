import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';

/** A place as an import or the demo knows it: parts understood, or the text as it was. */
export type AddressLoad = {
  city: string;
  streetKind: string;
  street: string;
  /** Folded city and street, what the same street typed otherwise is matched by. */
  streetKey: string;
  building: string;
  flat: string;
  isPrivateSector?: boolean | undefined;
  technology?: string | undefined;
  district?: string | undefined;
};

const columns = [
  'place',
  'city',
  'street_kind',
  'street',
  'street_key',
  'building',
  'flat',
  'is_private_sector',
  'technology',
  'district',
] as const;

/**
 * Finds or makes the street, building and premise of each place, set by set.
 * @returns the premise's id per place, in the order given; null where no place was given
 */
export async function loadAddresses(
  ctx: BulkCtx,
  places: readonly (AddressLoad | null)[],
  importId: number | null,
): Promise<(number | null)[]> {
  await stagePlaces(ctx, places);
  await insertBuildings(ctx, importId);
  await sql`insert into premises (building_id, flat, import_id)
    select distinct b.id, l.flat, ${importId}::bigint
    from   loading_places l
    join   streets   s on s.key = l.street_key and s.kind = l.street_kind
    join   buildings b on b.street_id = s.id and b.number = l.building
    where  not exists (select from premises p where p.building_id = b.id and p.flat = l.flat)
    order  by b.id, l.flat on conflict do nothing`.execute(ctx.db);
  const { rows } = await sql<{ place: number; id: number }>`
    select l.place, p.id
    from   loading_places l
    join   streets   s on s.key = l.street_key and s.kind = l.street_kind
    join   buildings b on b.street_id = s.id and b.number = l.building
    join   premises  p on p.building_id = b.id and p.flat = l.flat`.execute(ctx.db);
  return inOrder(places, rows);
}

/**
 * Finds or makes buildings with their streets, without premises: what a network's plan knows.
 * @returns the building's id per place, in the order given
 */
export async function loadBuildings(
  ctx: BulkCtx,
  places: readonly AddressLoad[],
  importId: number | null = null,
): Promise<(number | null)[]> {
  await stagePlaces(ctx, places);
  await insertBuildings(ctx, importId);
  const { rows } = await sql<{ place: number; id: number }>`
    select l.place, b.id
    from   loading_places l
    join   streets   s on s.key = l.street_key and s.kind = l.street_kind
    join   buildings b on b.street_id = s.id and b.number = l.building`.execute(ctx.db);
  return inOrder(places, rows);
}

/** Buildings that are there, in the order asked for; null where none is. */
export async function findBuildings(
  ctx: Ctx,
  places: readonly AddressLoad[],
): Promise<(number | null)[]> {
  const asked = places.map(({ streetKey, streetKind, building }, place) => ({
    place,
    streetKey,
    streetKind,
    building,
  }));
  // streets_key_kind_key, buildings_street_id_number_key
  const { rows } = await sql<{ place: number; id: number }>`
    select l.place, b.id
    from   jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as l(place integer, "streetKey" text, "streetKind" text, building text)
    join   streets   s on s.key = l."streetKey" and s.kind = l."streetKind"
    join   buildings b on b.street_id = s.id and b.number = l.building`.execute(ctx.db);
  return inOrder(places, rows);
}

function inOrder(
  places: readonly unknown[],
  rows: readonly { place: number; id: number }[],
): (number | null)[] {
  const ids: (number | null)[] = places.map(() => null);
  for (const row of rows) ids[row.place] = row.id;
  return ids;
}

async function stagePlaces(ctx: BulkCtx, places: readonly (AddressLoad | null)[]): Promise<void> {
  await sql`create temporary table if not exists loading_places (
    place integer, city text, street_kind text, street text, street_key text, building text,
    flat text, is_private_sector boolean, technology text, district text) on commit drop`.execute(
    ctx.db,
  );
  await sql`truncate loading_places`.execute(ctx.db);
  await copyRows(ctx.client, 'loading_places', columns, placeRows(places));
}

function* placeRows(places: readonly (AddressLoad | null)[]): Generator<unknown[]> {
  for (const [place, at] of places.entries()) {
    if (!at) continue;
    yield [
      place,
      at.city,
      at.streetKind,
      at.street,
      at.streetKey,
      at.building,
      at.flat,
      at.isPrivateSector ?? false,
      at.technology,
      at.district ?? '',
    ];
  }
}

async function insertBuildings(ctx: BulkCtx, importId: number | null): Promise<void> {
  // Ordered, so that two loads at once wait for each other instead of locking crosswise.
  await sql`insert into streets (city, kind, name, key, import_id)
    select distinct on (street_key, street_kind) city, street_kind, street, street_key,
           ${importId}::bigint
    from   loading_places
    where  not exists (select from streets s where s.key = street_key and s.kind = street_kind)
    order  by street_key, street_kind on conflict do nothing`.execute(ctx.db);
  await sql`insert into buildings (street_id, number, is_private_sector, technology, district,
                                   import_id)
    select distinct on (s.id, l.building) s.id, l.building, l.is_private_sector, l.technology,
           l.district, ${importId}::bigint
    from   loading_places l
    join   streets s on s.key = l.street_key and s.kind = l.street_kind
    where  not exists (select from buildings b where b.street_id = s.id and b.number = l.building)
    order  by s.id, l.building on conflict do nothing`.execute(ctx.db);
}
