import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { CalendarBody } from './api.ts';
import { calendarProblems } from './work-calendar.ts';

/** Makes a calendar. */
export async function createCalendar(
  ctx: Ctx,
  body: CalendarBody,
): Promise<Result<{ id: number }>> {
  const refusal = await refuse(ctx, body, null);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('calendars')
    .values({ ...columns(body), createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeExceptions(ctx, id, body);
  await emit(ctx, { type: 'norms.calendar_made', subject: { kind: 'calendar', id } });
  return ok({ id });
}

/** Changes a calendar and the days that differ in it, as a whole. */
export async function changeCalendar(
  ctx: Ctx,
  { id, ...body }: CalendarBody & { id: number },
): Promise<Result<Record<string, never>>> {
  const refusal = await refuse(ctx, body, id);
  if (refusal) return refusal;
  const before = await ctx.db
    .selectFrom('calendars')
    .select(['name', 'timeZone', 'weekly', 'holidays'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('norms.calendar_not_found');
  await ctx.db.updateTable('calendars').set(columns(body)).where('id', '=', id).execute();
  await ctx.db.deleteFrom('calendarExceptions').where('calendarId', '=', id).execute();
  await writeExceptions(ctx, id, body);
  await emit(ctx, {
    type: 'norms.calendar_changed',
    subject: { kind: 'calendar', id },
    facts: { before, after: body },
  });
  return ok({});
}

const columns = ({ name, zone, hours, holidays }: CalendarBody) => ({
  name,
  timeZone: zone,
  weekly: hours === 'always' ? null : JSON.stringify(hours),
  holidays,
});

async function writeExceptions(ctx: Ctx, id: number, { exceptions }: CalendarBody): Promise<void> {
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
async function refuse(ctx: Ctx, body: CalendarBody, own: number | null) {
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
