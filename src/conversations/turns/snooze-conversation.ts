import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { change, tell } from '../record/change.ts';
import { lockMine } from '../record/lock-conversation.ts';
import { noReplyDue } from '../record/reply-clock.ts';

const LONGEST_SNOOZE_DAYS = 90;

type Changed = Promise<Result<{ id: number; version: number }>>;

/** Puts a conversation aside until a time. Before the first touch there is nothing to put aside. */
export async function snoozeConversation(
  ctx: Ctx,
  { id, version, until }: { id: number; version: number; until: string },
): Changed {
  const locked = await lockMine(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (!row.touchedAt) return fail('conversations.touch_first');
  const now = ctx.clock.now();
  const at = new Date(until);
  if (at <= now || at.getTime() - now.getTime() > LONGEST_SNOOZE_DAYS * 86_400_000) {
    return fail('conversations.time_past', { days: LONGEST_SNOOZE_DAYS });
  }
  const aside = { state: 'snoozed', snoozedUntil: at, nextDueAt: at };
  const changed = await change(ctx, row, { ...noReplyDue, ...aside });
  await tell(ctx, row, 'conversations.snoozed', { until: at });
  return ok(changed);
}

/**
 * Takes a conversation up again before its time; the sweep does the same when the time has come.
 */
export async function wakeConversation(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Changed {
  const locked = await lockMine(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (row.state === 'open') return ok({ id, version });
  const nextDueAt = ctx.clock.now();
  const changed = await change(ctx, row, { state: 'open', snoozedUntil: null, nextDueAt });
  await tell(ctx, row, 'conversations.woken');
  return ok(changed);
}
