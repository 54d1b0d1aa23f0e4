import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { calibrationsApi } from '../api/calibrations.ts';
import { contactOf, findItem, lockMyPart } from './lock-calibration.ts';

type Route = (typeof calibrationsApi)['PUT /api/quality-calibration-contacts/{id}/answers/{item}'];

/** Answers an item of a contact of a calibration; nobody else sees it until it is closed. */
export async function answerBlind(
  ctx: Ctx,
  { id, item, answer, words }: z.output<Route['input']>,
): Promise<Result<{ id: number }>> {
  const contact = await contactOf(ctx, id);
  if (!contact) return fail('quality.no_such_calibration');
  const part = await lockMyPart(ctx, contact.calibrationId);
  if (!part.ok) return part;
  if (part.value.isDone) return fail('quality.part_done');
  const asked = findItem(part.value.groups, contact, { item, answer });
  if (!asked.ok) return asked;
  await ctx.db
    .insertInto('qualityCalibrationAnswers')
    .values({ contactId: id, staffId: me(ctx), item, answer, words })
    .onConflict((conflict) =>
      conflict.columns(['contactId', 'staffId', 'item']).doUpdateSet({ answer, words }),
    )
    .execute();
  return ok({ id });
}
