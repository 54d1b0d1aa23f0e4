import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { visitsApi } from '../api/visits.ts';
import { takenSeats } from './free-slots.ts';

type DayHours = z.input<(typeof visitsApi)['GET /api/visits']['output']>['hours'][number];

/**
 * The hours of so many days from one on, with how many of their seats are taken; of those that
 * went out of use only where somebody is visited in them.
 */
export async function countSeats(ctx: Ctx, on: string, days: number): Promise<DayHours[]> {
  // visit_slots_hours (district, weekday, from_minute) where archived_at is null, visits_seat
  // (on_day, slot_id, seat) where cancelled_at is null
  const { rows } = await sql<DayHours>`
    with days as (select ${on}::date + n as on_day from generate_series(0, ${days - 1}) n
                  where  ${on}::date + n <= '9999-12-31')
    select s.id as slot_id, d.on_day as "on", s.district, s.from_minute, s.to_minute, s.seats,
           taken.count::integer as taken
    from   days d
    join   visit_slots s on s.weekday = extract(isodow from d.on_day) and s.archived_at is null
    cross  join lateral (${takenSeats}) taken
    union all
    select s.id, d.on_day, s.district, s.from_minute, s.to_minute, null, count(*)::integer
    from   days d
    join   visits v on v.on_day = d.on_day and v.cancelled_at is null
    join   visit_slots s on s.id = v.slot_id and s.archived_at is not null
    group  by s.id, d.on_day
    order  by "on", from_minute, district, slot_id`.execute(ctx.db);
  return rows;
}
