import type { Ctx } from '../../kernel/context.ts';
import { removeEntries, upsertEntries } from '../../kernel/search/index-entries.ts';
import { describeSubscribers } from './describe-subscribers.ts';

/**
 * Makes subscribers findable as they are now: called in the transaction of every change, with all
 * ids at once. A cluster has one entry, its root's, with the words of everybody in it, so that an
 * old phone finds the successor; those merged away have none.
 */
export async function indexSubscriber(ctx: Ctx, ids: readonly number[]): Promise<void> {
  const entries = await describeSubscribers(ctx, ids);
  const roots = new Set(entries.map((entry) => entry.refId));
  const rest = ids.filter((id) => !roots.has(id));
  await upsertEntries(ctx, entries);
  await removeEntries(ctx, 'subscriber', rest);
}
