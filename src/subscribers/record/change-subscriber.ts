import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { recordApi } from '../api/record.ts';
import { lockUnveiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { checkFields, takenExternalId } from './check-fields.ts';
import { conflictSince } from './conflict-since.ts';
import { nameAfter } from './name-of.ts';
import { changedFields, loadValues, overlaid, pick, writeValues } from './values.ts';

type Input = z.output<(typeof recordApi)['PATCH /api/subscribers/{id}']['input']>;

/**
 * Changes the fields given, of the root. Whoever would write over somebody else's change is told
 * who made it and which fields it touched, and nothing is written.
 */
export async function changeSubscriber(
  ctx: Ctx,
  { id: askedId, version: seenVersion, attributes = {}, ...given }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const found = await lockUnveiled(ctx, askedId);
  if (!found.ok) return found;
  const { id, version } = found.value;
  if (version !== seenVersion) return conflictSince(ctx, id, seenVersion);
  const before = await loadValues(ctx, id);
  const named = Object.entries(attributes).map(
    ([key, value]) => [`attributes.${key}`, value] as const,
  );
  const written = Object.entries(given).filter(([, value]) => value !== undefined);
  const after = overlaid(before, Object.fromEntries([...written, ...named]));
  after.displayName = nameAfter(before, given);
  if (after.displayName === '') return fail('subscribers.name_missing');
  const { ownerStaffId, teamId } = given;
  const refusal = await checkFields(ctx, { ...after, ownerStaffId, teamId, attributes });
  if (refusal) return refusal;
  const fields = changedFields(before, after);
  if (fields.length === 0) return ok({ id, version });
  const next = await writeValues(ctx, id, after);
  if (next === null) return takenExternalId;
  await recordEvent(ctx, id, 'subscribers.changed', {
    facts: { fields, version: next },
    personal: { before: pick(before, fields), after: pick(after, fields) },
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id, version: next });
}
