import type { Ctx } from '../kernel/context.ts';
import { fail } from '../kernel/result.ts';
import type { CalendarBody } from './api.ts';
import { calendarProblems } from './work-calendar.ts';

/** The row of a calendar. */
export const columnsOf = ({ name, zone, hours, holidays }: CalendarBody) => ({
  name,
  timeZone: zone,
  weekly: hours === 'always' ? null : JSON.stringify(hours),
  holidays,
});

/** Writes the days that differ in a calendar that has none yet. */
export async function writeExceptions(
  ctx: Ctx,
  id: number,
  { exceptions }: CalendarBody,
): Promise<void> {
  if (exceptions.length === 0) return;
  await ctx.db
    .insertInto('calendarExceptions')
    .values(
      exceptions.map((day) => ({
        calendarId: id,
        onDate: day.on,
        kind: day.kind,
        name: day.name ?? '',
        hours: JSON.stringify('hours' in day ? day.hours : []),
        shorterBySeconds: 'shorterBySeconds' in day ? day.shorterBySeconds : 0,
      })),
    )
    .execute();
}

/** What must be mended first, if anything; the first problem is told at its field. */
export async function refuseCalendar(ctx: Ctx, body: CalendarBody, own: number | null) {
  const other = await ctx.db
    .selectFrom('calendars')
    .select('id')
    .where('name', '=', body.name)
    .executeTakeFirst();
  if (other && other.id !== own) return fail('norms.calendar_name_taken');
  const [problem] = calendarProblems(body);
  if (!problem) return null;
  const where = 'where' in problem ? problem.where : '';
  return fail(`norms.${problem.code}`, { where });
}
