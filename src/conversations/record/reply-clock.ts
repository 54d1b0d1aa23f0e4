import type { Ctx } from '../../kernel/context.ts';
import { dueAfter, startNorm } from '../../norms/index.ts';
import { loadSettings } from '../settings/desk-clock.ts';

/** What is promised to a question after the first touch. */
export const NEXT_REPLY = 'conversations.next_reply';
/** Somebody is with it already, and may be writing to another. */
export const NEXT_REPLY_SECONDS = 300;

/**
 * The clock of a question that came after the first touch: when it is to be answered, and when the
 * supervisor hears that it was not, a share of the norm before.
 */
export async function replyClock(ctx: Ctx, from: Date, subscriberId: number | null) {
  const norm = await startNorm(ctx, NEXT_REPLY, from, subscriberId);
  const { normSeconds, calendar, dueAt } = norm;
  const { escalatePercent } = await loadSettings(ctx);
  const patienceSeconds = (normSeconds * escalatePercent) / 100;
  return {
    replyDueAt: dueAt,
    escalateAt: dueAfter(calendar, from, patienceSeconds),
    escalatedAt: null,
  };
}

/** It was answered, or is waited for no more. */
export const noReplyDue = { replyDueAt: null, escalateAt: null } as const;
