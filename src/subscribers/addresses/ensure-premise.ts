import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { UnderstoodAddress } from './understand-address.ts';

/**
 * Makes the street, building and premise of one address where they are missing.
 * @returns the premise's id
 */
export async function ensurePremise(ctx: Ctx, place: UnderstoodAddress): Promise<number> {
  if (place.premiseId !== null) return place.premiseId;
  const streetId = place.streetId ?? (await insertStreet(ctx, place));
  const { building, flat, isPrivateSector = false, district = '' } = place;
  await sql`
    insert into buildings (street_id, number, is_private_sector, district)
    values (${streetId}, ${building}, ${isPrivateSector}, ${district})
    on conflict (street_id, number) do nothing`.execute(ctx.db);
  const { rows } = await sql<{ id: number }>`
    insert into premises (building_id, flat)
    select id, ${flat} from buildings where street_id = ${streetId} and number = ${building}
    on conflict (building_id, flat) do update set flat = excluded.flat
    returning id`.execute(ctx.db);
  const [premise] = rows;
  if (!premise) throw new Error('the building was made a moment ago');
  return premise.id;
}

async function insertStreet(
  ctx: Ctx,
  { city, streetKind, street, streetKey }: UnderstoodAddress,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into streets (city, kind, name, key)
    values (${city}, ${streetKind}, ${street}, ${streetKey})
    on conflict (key, kind) do update set name = streets.name
    returning id`.execute(ctx.db);
  const [made] = rows;
  if (!made) throw new Error('a street was not made');
  return made.id;
}
