import { dropOldRecordings } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { loadSettings } from '../settings/desk-clock.ts';

const DAY_MS = 86_400_000;

/**
 * Every hour: what was said is kept for as many days as the settings say. All that is older goes,
 * however much it is.
 */
export async function dropRecordings(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const { recordingsKeptDays } = await loadSettings(ctx);
  const ms = ctx.clock.now().getTime() - recordingsKeptDays * DAY_MS;
  const before = new Date(ms);
  let isMore = true;
  while (isMore && !signal.aborted)
    isMore = await inTransaction(ctx, (tx) => dropOldRecordings(tx, before));
}
