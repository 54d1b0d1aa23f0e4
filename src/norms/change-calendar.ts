import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { CalendarBody } from './api.ts';
import { columnsOf, refuseCalendar, writeExceptions } from './calendar-rows.ts';

/** Changes a calendar and the days that differ in it, as a whole. */
export async function changeCalendar(
  ctx: Ctx,
  { id, ...body }: CalendarBody & { id: number },
): Promise<Result<Record<string, never>>> {
  const refusal = await refuseCalendar(ctx, body, id);
  if (refusal) return refusal;
  const before = await ctx.db
    .selectFrom('calendars')
    .select(['name', 'timeZone', 'weekly', 'holidays'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('norms.calendar_not_found');
  await ctx.db.updateTable('calendars').set(columnsOf(body)).where('id', '=', id).execute();
  await ctx.db.deleteFrom('calendarExceptions').where('calendarId', '=', id).execute();
  await writeExceptions(ctx, id, body);
  await emit(ctx, {
    type: 'norms.calendar_changed',
    subject: { kind: 'calendar', id },
    facts: { before, after: body },
  });
  return ok({});
}
