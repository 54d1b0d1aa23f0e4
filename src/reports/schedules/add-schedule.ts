import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nextMoment } from './next-moment.ts';
import { type Given, refuseSchedule } from './refuse-schedule.ts';

/** Lets a report leave by e-mail again and again. */
export async function addSchedule(ctx: Ctx, given: Given): Promise<Result<{ id: number }>> {
  const refused = await refuseSchedule(ctx, given);
  if (refused) return refused;
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto('reportSchedules')
    .values({
      ...columnsOf(ctx, given),
      changedBy: staffIdOf(ctx.actor),
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'reports.schedule_added',
    subject: { kind: 'report_schedule', id },
    facts: given,
  });
  return ok({ id });
}

/** What is kept of a schedule, with when it is due next. */
export const columnsOf = (ctx: Ctx, given: Given) => ({
  ask: JSON.stringify(given.ask),
  format: given.format,
  rhythm: given.rhythm,
  day: given.day,
  hour: given.hour,
  staffIds: [...new Set(given.staffIds)],
  isOn: given.isOn,
  nextAt: nextMoment(given, ctx.clock.now(), ctx.operator.timeZone),
});
