import { sql } from 'kysely';
import type { z } from 'zod';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import type { visitsApi } from '../api/visits.ts';

export type HoursLoad = z.output<(typeof visitsApi)['POST /api/visit-slots']['input']>;

/** A visit as a base brings it, into the hours that begin so on its day. */
export type VisitLoad = {
  dealId: number;
  on: string;
  fromMinute: number;
  bookedAt: Date;
  bookedBy: number | null;
};

/** Writes hours that are not there yet, and who is visited in those of everywhere, seat by seat. */
export async function bulkLoad(
  ctx: BulkCtx,
  { hours, visits }: { hours: readonly HoursLoad[]; visits: readonly VisitLoad[] },
): Promise<void> {
  if (hours.length === 0) return;
  await ctx.db
    .insertInto('visitSlots')
    .values([...hours])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // visit_slots_hours (district, weekday, from_minute) where archived_at is null
  await sql`
    insert into visits (deal_id, slot_id, on_day, seat, booked_at, booked_by)
    select placed.deal_id, placed.slot_id, placed.on_day, placed.seat, placed.booked_at,
           placed.booked_by
    from   (select g."dealId" as deal_id, s.id as slot_id, s.seats, g."on" as on_day,
                   row_number() over (partition by s.id, g."on" order by g."dealId") as seat,
                   g."bookedAt" as booked_at, g."bookedBy" as booked_by
            from   jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as g (
                     "dealId" bigint, "on" date, "fromMinute" integer, "bookedAt" timestamptz,
                     "bookedBy" bigint)
            join   visit_slots s on s.district = '' and s.archived_at is null
                                 and s.weekday = extract(isodow from g."on")
                                 and s.from_minute = g."fromMinute") placed
    where  placed.seat <= placed.seats`.execute(ctx.db);
}
