import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { switchLayout } from '../../kernel/search/switch-layout.ts';
import { formatAddress, formatStreet } from './format-address.ts';
import { ownCity } from './own-city.ts';
import { readTyped, type Typed } from './read-typed.ts';

/** A building, or a street alone where no house of it was typed or the base has none such. */
export type Suggestion = {
  streetId: number;
  buildingId: number | null;
  text: string;
  /** By which name the street was found, where it has another now. */
  formerName: string | null;
  /** The flat that was typed with it. */
  flat: string;
};

type Found = {
  streetId: number;
  city: string;
  kind: string;
  name: string;
  formerName: string | null;
  likeness: number;
  buildingId: number | null;
  number: string | null;
};

/** How much of the threes of letters a word with one slip still shares, by its length. */
const leastLikeness = (length: number): number => (length < 6 ? 0.25 : length < 9 ? 0.35 : 0.42);
const MOST_STREETS = 24;
const MOST_OF_A_STREET = 8;
const MOST_SHOWN = 8;
/** A street that is this much less like what was typed is not what was meant. */
const WORSE_BY = 0.3;

/**
 * Buildings that somebody means who has typed so far: with slips, former names, Latin letters, the
 * wrong layout. The best first; streets alone while no house is typed.
 */
export async function suggestAddresses(ctx: Ctx, text: string): Promise<Suggestion[]> {
  const typed = readTyped(text);
  const readings = typed === null ? [] : [typed];
  // `otoja 14` is `щорса 14` typed on the other layout; both are looked for.
  const switched = /\p{Script=Cyrillic}/u.test(text) ? null : readTyped(switchLayout(text));
  if (switched) readings.push(switched);
  const city = await ownCity(ctx);
  const found: (Found & { reading: Typed })[] = [];
  for (const reading of readings) {
    const rows = await findStreets(ctx, reading, reading.city === null ? city : null);
    found.push(...rows.map((row) => ({ ...row, reading })));
  }
  return show(ctx, found);
}

/** The likest streets, and of each the houses that begin as typed; a wrong kind counts a little. */
function findStreets(ctx: Ctx, typed: Typed, ownTown: string | null): Promise<Found[]> {
  const { digits, houses } = typed;
  return inTransaction(ctx, async (tx) => {
    const least = String(leastLikeness(typed.key.length));
    await sql`
      select set_config('pg_trgm.word_similarity_threshold', ${least}, true)`.execute(tx.db);
    // streets_sound, street_former_names_sound, buildings_street_id_number_key
    const { rows } = await sql<Found>`
      with typed as materialized (select address_sound(${typed.key}) as sound),
      alike as (
        select s.id, null::text as former_name, word_similarity(t.sound, s.sound) as likeness
        from   typed t join streets s on t.sound <% s.sound
        union all
        select n.street_id, n.name, word_similarity(t.sound, n.sound) - 0.01
        from   typed t join street_former_names n on t.sound <% n.sound),
      best as (
        select distinct on (id) * from alike order by id, likeness desc),
      streets_found as (
        select b.*, s.city, s.kind, s.name,
               b.likeness + case when s.city = ${ownTown ?? ''} then 0.04 else 0 end
                          + case when s.kind = ${typed.kind} then 0.02 else 0 end
                          - length(s.sound) * 0.001 as score
        from   best b join streets s on s.id = b.id
        order  by score desc, b.id limit ${MOST_STREETS})
      select f.id as street_id, f.city, f.kind, f.name, f.former_name, f.score as likeness,
             h.id as building_id, h.number
      from   streets_found f
      left   join lateral (
        select b.id, b.number from buildings b
        where  ${digits} <> '' and b.street_id = f.id and b.number like ${`${digits}%`}
        order  by b.number = any(${houses}::text[]) desc,
                  b.number like any(${houses.map((one) => `${one}%`)}::text[]) desc,
                  b.number ~ ${`^${digits}([^0-9]|$)`} desc,
                  length(b.number), b.number
        limit  ${MOST_OF_A_STREET}) h on true
      order  by f.score desc, f.id`.execute(tx.db);
    return rows;
  });
}

/** Exact houses before others; a street without the house only where it is the likest. */
function show(ctx: Ctx, found: readonly (Found & { reading: Typed })[]): Suggestion[] {
  const best = Math.max(0, ...found.map(({ likeness }) => likeness));
  const near = found.filter(({ likeness }) => likeness >= best - WORSE_BY);
  const rankOf = (one: (typeof near)[number]): number => {
    const { number, reading } = one;
    if (number === null) return one.likeness - (reading.digits === '' ? 0 : 0.25);
    if (reading.houses.includes(number)) return one.likeness + 0.2;
    return one.likeness + (reading.houses.some((house) => number.startsWith(house)) ? 0.1 : 0);
  };
  const shown = new Map<string, Suggestion>();
  for (const one of near.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    const { streetId, buildingId, city, kind, name, number, formerName, reading } = one;
    const key = `${streetId} ${buildingId ?? ''}`;
    if (shown.has(key) || shown.size === MOST_SHOWN) continue;
    const text =
      number === null
        ? formatStreet({ city, streetKind: kind, street: name }, ctx.language)
        : formatAddress({ city, streetKind: kind, street: name, building: number }, ctx.language);
    shown.set(key, { streetId, buildingId, text, formerName, flat: reading.flat });
  }
  return [...shown.values()];
}
