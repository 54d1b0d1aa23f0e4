import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { ShiftTimes } from './shift-times.ts';

const planned = { owner: 'staff.id', team: 'staff.teamId' };

/** Locks somebody for whom the actor may plan, so that two plans cannot cross. */
export async function lockPlanned(ctx: Ctx, staffId: number): Promise<Fail | null> {
  const person = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where('disabledAt', 'is', null)
    .where(visibleTo(ctx, 'staff.plan_shifts', planned))
    .forUpdate()
    .executeTakeFirst();
  return person ? null : fail('staff.not_found');
}

export type FoundShift = { id: number; staffId: number; startsAt: Date; endsAt: Date };

/** Locks a shift that the actor may plan, as they saw it. */
export async function lockShift(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<FoundShift | Fail> {
  const shift = await ctx.db
    .selectFrom('shifts')
    .innerJoin('staff', 'staff.id', 'shifts.staffId')
    .select(['shifts.id', 'shifts.staffId', 'shifts.startsAt', 'shifts.endsAt', 'shifts.version'])
    .where('shifts.id', '=', id)
    .where(visibleTo(ctx, 'staff.plan_shifts', planned))
    .forUpdate()
    .executeTakeFirst();
  if (!shift) return fail('staff.shift_not_found');
  return shift.version === version ? shift : fail('staff.shift_changed_since');
}

/** Nobody works two shifts at once. */
export async function refuseOverlap(
  ctx: Ctx,
  staffId: number,
  { startsAt, endsAt }: ShiftTimes,
  exceptId = 0,
): Promise<Fail | null> {
  // shifts_staff (staff_id, ends_at)
  const { rows } = await sql`
    select from shifts
    where  staff_id = ${staffId} and ends_at > ${startsAt} and starts_at < ${endsAt}
    and    id <> ${exceptId} limit 1`.execute(ctx.db);
  return rows.length === 0 ? null : fail('staff.shift_overlaps');
}
