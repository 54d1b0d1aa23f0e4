import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockPlanned, refuseOverlap } from './find-shift.ts';
import { type ShiftInput, shiftTimes } from './shift-times.ts';

type Input = Omit<ShiftInput, 'day'> & { staffId: number; days: readonly string[] };

/** Plans the same hours for somebody on each of the days; all of them or none. */
export async function planShifts(ctx: Ctx, input: Input): Promise<Result<{ ids: number[] }>> {
  const { staffId, days, ...hours } = input;
  const refused = await lockPlanned(ctx, staffId);
  if (refused) return refused;
  const ids: number[] = [];
  for (const day of days) {
    const times = shiftTimes(ctx.operator.timeZone, { ...hours, day });
    if (!times.ok) return times;
    const overlap = await refuseOverlap(ctx, staffId, times.value);
    if (overlap) return overlap;
    const { startsAt, endsAt, breaks } = times.value;
    const { id } = await ctx.db
      .insertInto('shifts')
      .values({ staffId, startsAt, endsAt, breaks: JSON.stringify(breaks) })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  await emitMany(
    ctx,
    days.map((day) => ({
      type: 'staff.shift_planned',
      subject: { kind: 'staff', id: staffId },
      facts: { day, ...hours },
    })),
  );
  return ok({ ids });
}
