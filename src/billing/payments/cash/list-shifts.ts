import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../../kernel/api/cursor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { visibleTo } from '../../../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { cashApi } from '../../api/cash.ts';
import { readShifts, type ShiftRow } from './shift-rows.ts';

type Input = z.output<(typeof cashApi)['GET /api/cash/shifts']['input']>;

/** Whose shifts `s` the actor sees: one's own, of one's team, all. */
export const reachesShift = (ctx: Ctx): Expression<SqlBool> =>
  visibleTo(ctx, 'billing.cash_shifts', { owner: 's.staffId', team: 's.teamId' });

/** A page of shifts, the latest first. */
export async function listShifts(
  ctx: Ctx,
  { deskId, cursor, limit }: Input,
): Promise<Result<{ shifts: ShiftRow[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  // cash_shifts_pkey, cash_shifts_staff (staff_id, id desc)
  const rows = await readShifts(
    ctx,
    sql`${reachesShift(ctx)}
        and ${place.value === null ? sql`true` : sql`s.id < ${place.value[0]}`}
        and ${deskId === undefined ? sql`true` : sql`s.desk_id = ${deskId}`}
        order by s.id desc limit ${limit + 1}`,
  );
  const shifts = rows.slice(0, limit);
  const last = rows.length > limit ? shifts.at(-1) : undefined;
  return ok({ shifts, nextCursor: last ? makeCursor([last.id]) : null });
}

/** One shift within reach. */
export async function showShift(ctx: Ctx, { id }: { id: number }): Promise<Result<ShiftRow>> {
  const [shift] = await readShifts(ctx, sql`s.id = ${id} and ${reachesShift(ctx)}`);
  return shift ? ok(shift) : fail('billing.no_such_shift');
}
