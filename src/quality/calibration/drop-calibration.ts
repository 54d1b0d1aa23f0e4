import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockOpenCalibration } from './lock-calibration.ts';

/** Gives up a calibration before it is closed; what was answered in it goes with it. */
export async function dropCalibration(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  const locked = await lockOpenCalibration(ctx, id);
  if (!locked.ok) return locked;
  // quality_calibrations_pkey
  await sql`delete from quality_calibrations where id = ${id}`.execute(ctx.db);
  const subject = { kind: 'quality_calibration', id };
  await emit(ctx, { type: 'quality.calibration_dropped', subject, facts: {} });
  return ok({ id });
}
