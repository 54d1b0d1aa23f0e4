import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscribers } from '../find-subscriber.ts';
import { checkFields } from '../record/check-fields.ts';
import { flatten, loadValues, overlaid, writeValues } from '../record/values.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { type Overlay, overlayOf } from './overlay.ts';

/**
 * Merges one subscriber into another: the merged one keeps every row of its own and points at its
 * successor, whose number it opens from now on. Fields chosen from it are laid over the
 * successor's, and what stood there before is remembered for undoing.
 */
export async function mergeSubscribers(
  ctx: Ctx,
  input: { id: number; fromId: number; take: readonly string[] },
): Promise<Result<{ mergeId: number; version: number }>> {
  const { id: intoId, fromId } = input;
  if (intoId === fromId) return fail('subscribers.merge_into_itself');
  const found = await lockSubscribers(ctx, [intoId, fromId], 'subscribers.merge');
  if (!found.ok) return found;
  if (found.value.length === 1) return fail('subscribers.merged_already');
  const roots = found.value.map((one) => one.id);
  const merged = [intoId, fromId].find((id) => !roots.includes(id));
  if (merged !== undefined) return fail('subscribers.already_merged', { id: merged });
  const into = await loadValues(ctx, intoId);
  const from = await loadValues(ctx, fromId);
  const overlay = overlayOf(flatten(into), flatten(from), input.take);
  const after = overlaid(into, chosenOf(overlay));
  if (after.displayName === '' && into.displayName !== '') return fail('subscribers.name_missing');
  const refusal = await checkFields(ctx, {
    customerSince: after.customerSince,
    leftOn: after.leftOn,
  });
  if (refusal) return refusal;
  const version = await writeValues(ctx, intoId, after);
  if (version === null) throw new Error('a merge takes over no external id');
  await pointAt(ctx, fromId, intoId);
  const mergeId = await keepMerge(ctx, fromId, intoId, overlay);
  await recordEvent(ctx, intoId, 'subscribers.merged', {
    facts: { mergeId, fromId, fields: Object.keys(overlay), version },
  });
  await indexSubscriber(ctx, [intoId, fromId]);
  return ok({ mergeId, version });
}

const chosenOf = (overlay: Overlay): Record<string, unknown> =>
  Object.fromEntries(Object.entries(overlay).map(([field, { chosen }]) => [field, chosen]));

/** Lets a root and everybody merged into it stand under another root. */
async function pointAt(ctx: Ctx, fromId: number, intoId: number): Promise<void> {
  // subscribers_pkey; subscribers_root (root_id)
  await sql`
    update subscribers
    set    root_id        = ${intoId},
           merged_into_id = case when id = ${fromId} then ${intoId}::bigint else merged_into_id end,
           version        = version + 1
    where  id = ${fromId} or (root_id = ${fromId} and merged_into_id is not null)`.execute(ctx.db);
}

async function keepMerge(
  ctx: Ctx,
  fromId: number,
  intoId: number,
  overlay: Overlay,
): Promise<number> {
  const by = staffIdOf(ctx.actor);
  const now = ctx.clock.now();
  const merge = await ctx.db
    .insertInto('subscriberMerges')
    .values({ fromId, intoId, overlay: JSON.stringify(overlay), mergedBy: by, mergedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .updateTable('duplicatePairs')
    .set({ state: 'merged', judgedBy: by, judgedAt: now })
    .where('firstId', '=', Math.min(fromId, intoId))
    .where('secondId', '=', Math.max(fromId, intoId))
    .execute();
  return merge.id;
}
