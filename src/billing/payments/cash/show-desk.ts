import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { cashApi } from '../../api/cash.ts';
import { readDesks, worksAt } from './open-shift.ts';
import { readShifts } from './shift-rows.ts';

type Answer = z.input<(typeof cashApi)['GET /api/cash']['output']>;

/** What a cashier begins with: the open shift, or where to open one. */
export async function showDesk(ctx: Ctx): Promise<Result<Answer>> {
  // cash_shifts_open_staff (staff_id)
  const [shift] = await readShifts(
    ctx,
    sql`s.staff_id = ${staffIdOf(ctx.actor)} and s.ended_at is null`,
  );
  return ok({ shift: shift ?? null, desks: shift ? [] : await readDesks(ctx, worksAt(ctx)) });
}
