import { type RawBuilder, sql } from 'kysely';

/**
 * One row: the `own` district of a building, empty where nobody knows; and the `district` whose
 * hours are booked there, which is everywhere's (empty) where its own has none.
 */
export const homeDistrict = (buildingId: number | null): RawBuilder<unknown> => sql`(
  -- buildings_pkey, visit_slots_hours (district, weekday, from_minute) where archived_at is null
  select b.own, case when exists (select from visit_slots s
                                  where s.district = b.own and s.archived_at is null)
                then b.own else '' end as district
  from   (select coalesce((select district from buildings where id = ${buildingId}), '') as own) b)`;
