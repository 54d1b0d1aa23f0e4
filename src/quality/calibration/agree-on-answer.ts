import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { calibrationsApi } from '../api/calibrations.ts';
import { contactOf, findItem, lockCalibration } from './lock-calibration.ts';

type Route = (typeof calibrationsApi)['PUT /api/quality-calibration-contacts/{id}/targets/{item}'];

/** Keeps what all agreed on, once who said what is open; an empty answer takes it back. */
export async function agreeOnAnswer(
  ctx: Ctx,
  { id, item, answer, words }: z.output<Route['input']>,
): Promise<Result<{ id: number }>> {
  const contact = await contactOf(ctx, id);
  const found = contact && (await lockCalibration(ctx, contact.calibrationId, 'for update of k'));
  if (!contact || !found) return fail('quality.no_such_calibration');
  if (!found.closedAt) return fail('quality.calibration_open');
  const asked = findItem(found.groups, contact, { item, answer });
  if (!asked.ok) return asked;
  // quality_calibration_targets_pkey (contact_id, item)
  await sql`
    delete from quality_calibration_targets where contact_id = ${id} and item = ${item}`.execute(
    ctx.db,
  );
  if (answer === null) return ok({ id });
  const by = { setBy: me(ctx), setAt: ctx.clock.now() };
  await ctx.db
    .insertInto('qualityCalibrationTargets')
    .values({ contactId: id, item, answer, words, ...by })
    .execute();
  return ok({ id });
}
