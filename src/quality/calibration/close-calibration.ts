import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockOpenCalibration } from './lock-calibration.ts';

/** With fewer there is nobody to agree with. */
const LEAST_DONE = 2;

/** Closes a calibration: who said what is open from now on, so there is no way back. */
export async function closeCalibration(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  const locked = await lockOpenCalibration(ctx, id);
  if (!locked.ok) return locked;
  // quality_calibration_people_pkey (calibration_id, staff_id)
  const { rows } = await sql<{ done: number }>`
    select count(*)::int as done from quality_calibration_people
    where  calibration_id = ${id} and done_at is not null`.execute(ctx.db);
  const done = rows[0]?.done ?? 0;
  if (done < LEAST_DONE) return fail('quality.too_few_done');
  // quality_calibrations_pkey
  await sql`update quality_calibrations set closed_at = ${ctx.clock.now()}
            where id = ${id}`.execute(ctx.db);
  const subject = { kind: 'quality_calibration', id };
  await emit(ctx, { type: 'quality.calibration_closed', subject, facts: { done } });
  return ok({ id });
}
