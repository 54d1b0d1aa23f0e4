import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { lockPlanned, lockShift, refuseOverlap } from './find-shift.ts';
import { type ShiftInput, shiftTimes } from './shift-times.ts';

export async function changeShift(
  ctx: Ctx,
  { id, version, ...hours }: ShiftInput & { id: number; version: number },
): Promise<Result<Done>> {
  const shift = await lockShift(ctx, { id, version });
  if ('ok' in shift) return shift;
  const { staffId, startsAt: formerStart, endsAt: formerEnd } = shift;
  const refused = await lockPlanned(ctx, staffId);
  if (refused) return refused;
  const times = shiftTimes(ctx.operator.timeZone, hours);
  if (!times.ok) return times;
  const overlap = await refuseOverlap(ctx, staffId, times.value, id);
  if (overlap) return overlap;
  const { startsAt, endsAt, breaks } = times.value;
  await ctx.db
    .updateTable('shifts')
    .set({ startsAt, endsAt, breaks: JSON.stringify(breaks), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'staff.shift_changed',
    subject: { kind: 'staff', id: staffId },
    facts: { ...hours, formerStart, formerEnd },
  });
  return ok({});
}

export async function removeShift(
  ctx: Ctx,
  input: { id: number; version: number },
): Promise<Result<Done>> {
  const shift = await lockShift(ctx, input);
  if ('ok' in shift) return shift;
  const { id, staffId, startsAt, endsAt } = shift;
  await ctx.db.deleteFrom('shifts').where('id', '=', id).execute();
  await emit(ctx, {
    type: 'staff.shift_removed',
    subject: { kind: 'staff', id: staffId },
    facts: { formerStart: startsAt, formerEnd: endsAt },
  });
  return ok({});
}
