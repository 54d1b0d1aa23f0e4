import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { claimHistory } from '../../kernel/events/purge-personal-history.ts';
import { askBack } from '../connecting/equipment-out.ts';
import { withOwnerOf } from '../entry/choose-owner.ts';
import { setTasks } from '../entry/set-tasks.ts';
import { callOffNeedless } from '../visits/call-off-needless.ts';
import { dueIn, type Stage, untold } from './enter-stage.ts';
import { indexDeals } from './index-deals.ts';
import { keepStays } from './keep-stays.ts';
import { differences, type Stored, type Values } from './values.ts';

/** By these deals are found, or shown to those who may see them. */
const searched = new Set([
  'name',
  'phone',
  'email',
  'address',
  'wanted',
  'subscriberId',
  'ownerStaffId',
  'teamId',
]);

/**
 * The one way in which a locked deal changes: writes the row with its line of history, and makes it
 * findable as it is now.
 * @param how the stage that it enters, if it does; why, where that is asked
 * @returns its version
 */
export async function writeDeal(
  ctx: Ctx,
  before: Stored,
  wanted: Values,
  { stage, reason }: { stage?: Stage; reason?: string } = {},
): Promise<number> {
  const after = stage ? await withOwnerOf(ctx, stage, wanted) : wanted;
  const { facts, words, fields } = differences(before, after);
  if (fields.length === 0) return before.version;
  const now = ctx.clock.now();
  const version = before.version + 1;
  await ctx.db
    .updateTable('deals')
    .set({
      ...Object.fromEntries(fields.map((field) => [field, after[field as keyof Values]])),
      ...(after.state === before.state ? {} : { closedAt: after.state === 'open' ? null : now }),
      ...(stage && { enteredStageAt: now, dueAt: await dueIn(ctx, stage, now), ...untold }),
      updatedAt: now,
      version,
    })
    .where('id', '=', before.id)
    .execute();
  const hasWords = Object.keys(words.after).length > 0;
  const told = { ...(hasWords && words), ...(reason !== undefined && { reason }) };
  await emit(ctx, {
    type: typeOf(before, after),
    subject: { kind: 'deal', id: before.id },
    subscriberId: after.subscriberId,
    facts: { number: before.id, ...facts, fields },
    // With another subscriber, the words that go were the former one's.
    ...(hasWords || reason !== undefined
      ? { personal: told, personalOf: before.subscriberId }
      : {}),
  });
  if (before.subscriberId === null && after.subscriberId !== null) {
    await claimHistory(ctx, 'deal', before.id, after.subscriberId);
  }
  await callOffNeedless(ctx, before, after);
  if (after.state === 'lost' && before.state !== 'lost') {
    await askBack(ctx, { ...after, id: before.id });
  }
  await keepStays(ctx, before, after, stage);
  if (stage) await setTasks(ctx, { ...after, id: before.id }, stage);
  // After its line of history, so that both tell the same.
  if (fields.some((field) => searched.has(field))) await indexDeals(ctx, [before.id]);
  return version;
}

function typeOf(before: Values, after: Values): string {
  if (before.state !== after.state) {
    return { open: 'sales.deal_reopened', won: 'sales.deal_won', lost: 'sales.deal_lost' }[
      after.state
    ];
  }
  return before.stageId === after.stageId ? 'sales.deal_changed' : 'sales.deal_moved';
}
