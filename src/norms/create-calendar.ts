import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { CalendarBody } from './api.ts';
import { columnsOf, refuseCalendar, writeExceptions } from './calendar-rows.ts';

/** Makes a calendar. */
export async function createCalendar(
  ctx: Ctx,
  body: CalendarBody,
): Promise<Result<{ id: number }>> {
  const refusal = await refuseCalendar(ctx, body, null);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('calendars')
    .values({ ...columnsOf(body), createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeExceptions(ctx, id, body);
  await emit(ctx, { type: 'norms.calendar_made', subject: { kind: 'calendar', id } });
  return ok({ id });
}
