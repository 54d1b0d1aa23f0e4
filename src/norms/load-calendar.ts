import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { HolidayCountry } from './holidays/holidays.ts';
import type { DayException, WeekHours, WorkCalendar } from './work-calendar.ts';

/** A calendar as the rules count on it, with its row's id. */
export type StoredCalendar = WorkCalendar & { id: number; name: string };

type Row = {
  id: number;
  name: string;
  timeZone: string;
  weekly: WeekHours | null;
  holidays: HolidayCountry | null;
  exceptions: DayException[];
};

const MOST_CALENDARS = 500;

/**
 * Calendars with what differs in them, in the order in which they were made; all, or those asked
 * for.
 */
export async function loadCalendars(
  ctx: Ctx,
  ids: readonly number[] | null,
): Promise<Map<number, StoredCalendar>> {
  // calendar_exceptions_pkey (calendar_id, on_date, kind)
  const { rows } = await sql<Row>`
    select c.id, c.name, c.time_zone, c.weekly, c.holidays,
           coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                       'on', e.on_date, 'kind', e.kind, 'name', nullif(e.name, ''),
                       'hours', case when e.kind in ('hours', 'extra') then e.hours end,
                       'shorterBySeconds',
                       case when e.kind = 'short' then e.shorter_by_seconds end))
                       order by e.on_date, e.kind)
                     from   calendar_exceptions e
                     where  e.calendar_id = c.id), '[]') as exceptions
    from   calendars c
    where  ${ids === null} or c.id = any(${ids ?? []})
    order  by c.id
    limit  ${MOST_CALENDARS}`.execute(ctx.db);
  return new Map(
    rows.map(({ id, name, timeZone, weekly, holidays, exceptions }) => [
      id,
      { id, name, zone: timeZone, hours: weekly ?? 'always', holidays, exceptions },
    ]),
  );
}

/** One calendar that must be there: something points at it. */
export async function loadCalendar(ctx: Ctx, id: number): Promise<StoredCalendar> {
  const calendar = (await loadCalendars(ctx, [id])).get(id);
  if (!calendar) throw new Error(`calendar ${id} is gone`);
  return calendar;
}
