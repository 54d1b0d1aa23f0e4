import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { loadValues, overlaid, writeValues } from '../record/values.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { addedSince, type Movable, moveAdded } from './added-since.ts';
import { giveBackPrimaries } from './give-back-primaries.ts';
import { findMerge, type Merge, standingsOf } from './find-merge.ts';
import type { Standing } from './overlay.ts';

type Input = {
  mergeId: number;
  keep: readonly string[];
  putBack: readonly string[];
  move: readonly { kind: Movable; id: number }[];
};

/**
 * Undoes a merge: the pointer is cleared, and chosen fields get back what stood in them. A chosen
 * field that was edited since is asked about: unless the input decides on it, nothing is done.
 */
export async function undoMerge(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const seen = await findMerge(ctx, input.mergeId);
  if (!seen) return fail('subscribers.no_such_merge');
  const found = await lockSubscriber(ctx, seen.fromId, 'subscribers.merge');
  if (!found.ok) return found;
  // Under the lock: nobody undoes it, or edits what it chose, from here on.
  const merge = await findMerge(ctx, input.mergeId);
  if (!merge) return fail('subscribers.no_such_merge');
  const { putBack, edited } = await standingsOf(ctx, merge);
  const undecided = edited.filter(
    ({ field }) => !input.keep.includes(field) && !input.putBack.includes(field),
  );
  if (undecided.length > 0) return askAbout(undecided);
  const rootId = found.value.id;
  const returned = edited.filter(({ field }) => input.putBack.includes(field));
  const standing = [...putBack, ...returned];
  const version = await giveBack(ctx, merge, standing);
  await moveAdded(ctx, await addedSince(ctx, rootId, merge), input.move, merge.fromId);
  await setApart(ctx, rootId, merge);
  await giveBackPrimaries(ctx, [rootId, merge.fromId]);
  const facts = { mergeId: merge.id, fromId: merge.fromId, intoId: merge.intoId };
  const fields = standing.map(({ field }) => field);
  await recordEvent(ctx, rootId, 'subscribers.unmerged', { facts: { ...facts, fields, version } });
  await recordEvent(ctx, merge.fromId, 'subscribers.unmerged', { facts });
  await indexSubscriber(ctx, [rootId, merge.fromId]);
  return ok({});
}

function askAbout(undecided: readonly Standing[]): Result<never> {
  const fields = undecided.map(({ field }) => [field, 'subscribers.field_edited_since'] as const);
  return fail('subscribers.edited_since', {}, Object.fromEntries(fields));
}

/**
 * Puts values back into the row, or into the memory of the later merge that covers them.
 * @returns the row's new version
 */
async function giveBack(ctx: Ctx, merge: Merge, standing: readonly Standing[]): Promise<number> {
  const named = standing
    .filter((one) => !one.later)
    .map(({ field, before }) => [field, before] as const);
  const row = await loadValues(ctx, merge.intoId);
  const after = overlaid(row, Object.fromEntries(named));
  const version = await writeValues(ctx, merge.intoId, after);
  if (version === null) throw new Error('undoing a merge changes no external id');
  const covered = Map.groupBy(standing, (one) => one.later?.mergeId ?? 0);
  covered.delete(0);
  const patches = [...covered].map(([id, fields]) => ({
    id,
    patch: Object.fromEntries(
      fields.map(({ field, before, later }) => [field, { before, chosen: later?.chosen ?? null }]),
    ),
  }));
  await sql`
    update subscriber_merges m set overlay = m.overlay || p.patch
    from   jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) as p(id bigint, patch jsonb)
    where  m.id = p.id`.execute(ctx.db);
  return version;
}

/** Makes the merged one a root again, with everybody who had been merged into it. */
async function setApart(ctx: Ctx, rootId: number, merge: Merge): Promise<void> {
  // subscribers_root (root_id)
  await sql`
    with recursive own as (
      select id from subscribers where id = ${merge.fromId}
      union  all
      select s.id from subscribers s
      join   own on own.id = s.merged_into_id
      where  s.root_id = ${rootId} and s.merged_into_id is not null)
    update subscribers s
    set    root_id        = ${merge.fromId},
           merged_into_id = case when s.id <> ${merge.fromId} then s.merged_into_id end,
           version        = version + 1
    from   own where own.id = s.id`.execute(ctx.db);
  await ctx.db
    .updateTable('subscriberMerges')
    .set({ undoneBy: staffIdOf(ctx.actor), undoneAt: ctx.clock.now() })
    .where('id', '=', merge.id)
    .execute();
  await ctx.db
    .updateTable('duplicatePairs')
    .set({ state: 'open', judgedBy: null, judgedAt: null })
    .where('firstId', '=', Math.min(merge.fromId, merge.intoId))
    .where('secondId', '=', Math.max(merge.fromId, merge.intoId))
    .where('state', '=', 'merged')
    .execute();
}
