import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { AddressLoad } from '../load-addresses.ts';
import { buildingNumber } from './format-address.ts';
import { ownCity } from './own-city.ts';
import { parseAddress } from './parse-address.ts';
import { streetKey } from './street-key.ts';

/** A place as understood from typed text, with its building and premise where the base has them. */
export type UnderstoodAddress = AddressLoad & {
  streetId: number | null;
  buildingId: number | null;
  premiseId: number | null;
};

type Known = {
  streetId: number;
  kind: string;
  buildingId: number | null;
  premiseId: number | null;
};

/**
 * Reads an address typed in one line. A street without its kind is the known one, where there is
 * just one of that name; a text without a town means the operator's own.
 * @returns null for a text in which no street and house can be told
 */
export async function understandAddress(ctx: Ctx, text: string): Promise<UnderstoodAddress | null> {
  const parsed = parseAddress(text, await ownCity(ctx));
  if (!parsed.ok) return null;
  const { city: namedCity, street, flat: namedFlat, district, isPrivateSector } = parsed.address;
  const city = namedCity ?? '';
  const building = buildingNumber(parsed.address);
  const flat = namedFlat ?? '';
  const key = streetKey(city, street);
  // streets_key_kind_key, buildings_street_id_number_key, premises_building_id_flat_key
  const { rows } = await sql<Known>`
    select t.id as street_id, t.kind, b.id as building_id, p.id as premise_id
    from   streets t
    left   join buildings b on b.street_id = t.id and b.number = ${building}
    left   join premises  p on p.building_id = b.id and p.flat = ${flat}
    where  t.key = ${key}
    order  by t.id limit 20`.execute(ctx.db);
  const known = choose(rows, parsed.address.streetKind ?? '');
  return {
    city,
    streetKind: known?.kind ?? parsed.address.streetKind ?? '',
    street,
    streetKey: key,
    building,
    flat,
    isPrivateSector,
    district: district ?? '',
    streetId: known?.streetId ?? null,
    buildingId: known?.buildingId ?? null,
    premiseId: known?.premiseId ?? null,
  };
}

/** The street of that kind; of an unnamed kind the only one, or the one that has the building. */
function choose(streets: readonly Known[], kind: string): Known | undefined {
  const [only, ...others] = streets;
  const same = streets.find((street) => street.kind === kind);
  if (same || kind !== '') return same ?? (only?.kind === '' ? only : undefined);
  if (others.length === 0) return only;
  const withBuilding = streets.filter((street) => street.buildingId !== null);
  return withBuilding.length === 1 ? withBuilding[0] : undefined;
}
