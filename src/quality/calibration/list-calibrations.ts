import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { me } from '../../conversations/index.ts';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { calibrationsApi } from '../api/calibrations.ts';

type Route = (typeof calibrationsApi)['GET /api/quality-calibrations'];
type Listed = z.input<Route['output']>;

/** Which `quality_calibrations k` the actor may see: those they judge in, or all who lead. */
// quality_calibration_people_pkey (calibration_id, staff_id)
export const calibrationsWithin = (ctx: Ctx): Expression<SqlBool> =>
  reachOf(ctx.actor, 'quality.manage') === null
    ? sql<SqlBool>`exists (select from quality_calibration_people p
                           where p.calibration_id = k.id and p.staff_id = ${me(ctx)})`
    : sql<SqlBool>`true`;

/** Calibrations, the newest first. */
export async function listCalibrations(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const after = placeAfter(cursor, z.tuple([z.int()]));
  if (!after.ok) return after;
  const isAfter = after.value ? sql`k.id < ${after.value[0]}` : sql`true`;
  // quality_calibrations_pkey, quality_calibration_people_pkey, quality_calibration_contacts_once
  const { rows } = await sql<Listed['calibrations'][number] & { id: number }>`
    select k.id, k.name, k.opened_at, k.closed_at, c.name as card,
           jsonb_build_object('id', w.id, 'name', w.name) as led_by,
           (select count(*)::int from quality_calibration_contacts t
            where  t.calibration_id = k.id) as contacts,
           p.people, p.done, coalesce(p.is_waiting, false) and k.closed_at is null as is_waiting
    from   quality_calibrations k
    join   quality_cards c on c.id = k.card_id
    join   staff w on w.id = k.led_by
    cross  join lateral (
             select count(*)::int as people, count(p.done_at)::int as done,
                    bool_or(p.staff_id = ${me(ctx)} and p.done_at is null) as is_waiting
             from   quality_calibration_people p where p.calibration_id = k.id) p
    where  ${calibrationsWithin(ctx)} and ${isAfter}
    order  by k.id desc limit ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({ calibrations: shown, nextCursor: last ? makeCursor([last.id]) : null });
}
