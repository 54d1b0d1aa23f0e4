import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { homeDistrict } from './home-district.ts';
import { wallNow } from './to-come.ts';

const DAYS_AHEAD = 14;

export type FreeSlot = {
  slotId: number;
  on: string;
  fromMinute: number;
  toMinute: number;
  free: number;
};

/**
 * How many seats of hours `s` are taken on a day `d`. Who was promised hours that went out of use
 * is visited all the same, so that they take a seat of those that came in their place.
 */
export const takenSeats = sql`
  select count(*) from visits v join visit_slots o on o.id = v.slot_id
  where  v.on_day = d.on_day and v.cancelled_at is null
  and    (o.id = s.id or o.archived_at is not null and o.district = s.district
          and o.from_minute < s.to_minute and o.to_minute > s.from_minute)`;

/**
 * Hours with a seat left from now on, for the district of a building: its own, or where it has
 * none, those of everywhere.
 */
export async function freeSlots(
  ctx: Ctx,
  { buildingId, day }: { buildingId: number | null; day?: string },
): Promise<FreeSlot[]> {
  const local = wallNow(ctx);
  // visit_slots_hours (district, weekday, from_minute) where archived_at is null,
  // visits_seat (on_day, slot_id, seat) where cancelled_at is null
  const { rows } = await sql<FreeSlot>`
    with days as (
      select (${local}::date + n)::date as on_day from generate_series(0, ${DAYS_AHEAD}) n
      where  ${day === undefined ? sql`true` : sql`${local}::date + n = ${day}::date`})
    select s.id as slot_id, d.on_day as "on", s.from_minute, s.to_minute,
           (s.seats - taken.count)::integer as free
    from   ${homeDistrict(buildingId)} home
    join   visit_slots s on s.district = home.district and s.archived_at is null
    join   days d on extract(isodow from d.on_day) = s.weekday
    cross  join lateral (${takenSeats}) taken
    where  taken.count < s.seats
    and    d.on_day + make_interval(mins => s.from_minute) > ${local}
    order  by d.on_day, s.from_minute, s.id`.execute(ctx.db);
  return rows;
}
