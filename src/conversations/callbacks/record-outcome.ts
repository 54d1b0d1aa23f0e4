import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { loadCalendar } from '../../norms/index.ts';
import { endAfterCall } from '../../staff/index.ts';
import { afterOutcome, type Closing, incomingOutcomes, type Outcome } from '../api/outcomes.ts';
import { change, tell } from '../record/change.ts';
import { noReplyDue } from '../record/reply-clock.ts';
import { loadSettings } from '../settings/desk-clock.ts';
import { type Locked, lockMine } from '../record/lock-conversation.ts';
import { planNextTry } from './plan-next-try.ts';
import { addFollowUp } from '../follow-ups/set-follow-up.ts';
import { callbackOf, noteTouch, runningAttempt } from './start-call.ts';

type Input = {
  id: number;
  version: number;
  outcome: Outcome;
  note: string;
  nextTryAt?: string | undefined;
  isClosed?: boolean | undefined;
  followUp?: { dueAt: string; text: string } | undefined;
};

type Recorded = {
  id: number;
  version: number;
  state: 'open' | 'snoozed' | 'closed';
  nextTryAt: Date | null;
};

/** What an outcome means for the callback: when it is tried again, or how it ended. */
type Step = { nextTryAt: Date } | { callback: 'done' | 'given_up'; closing: Closing };

const LONGEST_WAIT_DAYS = 90;

/**
 * Records what came of a call. A call made without the button counts from now, by the agent's word.
 * A call that nobody answered is planned again; where the plan is at its end, or nothing is left to
 * try, the conversation closes unless the agent keeps it.
 */
export async function recordOutcome(ctx: Ctx, input: Input): Promise<Result<Recorded>> {
  const now = ctx.clock.now();
  const locked = await lockMine(ctx, input.id, input.version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const callback = await callbackOf(ctx, row.id);
  const tries = callback.tries + (afterOutcome[input.outcome] === 'planned_try' ? 1 : 0);
  const step = await nextStep(ctx, row, input, tries);
  if (!step.ok) return step;
  const { attemptId, isNew } = await runningAttempt(ctx, callback.id);
  if (!incomingOutcomes.includes(input.outcome) && (await isIncoming(ctx, attemptId))) {
    return fail('conversations.outcome_outgoing');
  }
  // Of a call that the exchange was to dial and did not, the agent's word is all there is.
  const isByWord = isNew || row.touchedAt === null;
  const seen = isByWord ? { ...row, ...(await noteTouch(ctx, row)) } : row;
  const told = await ctx.db
    .updateTable('callAttempts')
    .set({ outcome: input.outcome, note: input.note, endedAt: now })
    .where('id', '=', attemptId)
    .returning(['staffId', 'callId'])
    .executeTakeFirstOrThrow();
  if (told.callId !== null) await endAfterCall(ctx, told.staffId);
  const planned = 'nextTryAt' in step.value ? step.value.nextTryAt : null;
  await ctx.db
    .updateTable('callbacks')
    .set(callbackAfter(step.value, tries, now))
    .where('id', '=', callback.id)
    .execute();
  if (input.followUp) {
    const added = await addFollowUp(ctx, row, input.followUp);
    if (!added.ok) return added;
  }
  const changed = await change(ctx, seen, conversationAfter(step.value, input.isClosed, now));
  await tell(ctx, row, 'conversations.outcome_recorded', {
    outcome: input.outcome,
    attemptId,
    tries,
    nextTryAt: planned,
  });
  const isClosed = planned === null && input.isClosed !== false;
  if (isClosed) await tell(ctx, row, 'conversations.closed', { outcome: closingOf(step.value) });
  return ok({ ...changed, state: isClosed ? 'closed' : 'open', nextTryAt: planned });
}

async function isIncoming(ctx: Ctx, attemptId: number): Promise<boolean> {
  // call_attempts_pkey, calls_pkey
  const call = await ctx.db
    .selectFrom('callAttempts')
    .innerJoin('calls', 'calls.id', 'callAttempts.callId')
    .select('calls.direction')
    .where('callAttempts.id', '=', attemptId)
    .executeTakeFirst();
  return call?.direction === 'in';
}

async function nextStep(
  ctx: Ctx,
  row: Locked,
  { outcome, nextTryAt }: Input,
  tries: number,
): Promise<Result<Step>> {
  const now = ctx.clock.now();
  const follows = afterOutcome[outcome];
  if (typeof follows === 'object') return ok(follows);
  if (follows === 'asked_try') {
    if (nextTryAt === undefined) return wrongTime('conversations.time_needed');
    const at = new Date(nextTryAt);
    const isSoon = at > now && at.getTime() - now.getTime() <= LONGEST_WAIT_DAYS * 86_400_000;
    return isSoon ? ok({ nextTryAt: at }) : wrongTime('conversations.time_past');
  }
  const { retryDelaysSeconds } = await loadSettings(ctx);
  const calendar = await loadCalendar(ctx, row.calendarId);
  const at = planNextTry(calendar, now, tries, retryDelaysSeconds);
  return ok(at ? { nextTryAt: at } : { callback: 'given_up', closing: 'given_up' });
}

const wrongTime = (code: string) => fail(code, { days: LONGEST_WAIT_DAYS }, { nextTryAt: code });

const closingOf = (step: Step): Closing | null => ('closing' in step ? step.closing : null);

const callbackAfter = (step: Step, tries: number, now: Date) =>
  'nextTryAt' in step
    ? { state: 'waiting', nextTryAt: step.nextTryAt, tries, isAnnounced: false, closedAt: null }
    : { state: step.callback, tries, isAnnounced: true, closedAt: now };

function conversationAfter(step: Step, isClosed: boolean | undefined, now: Date) {
  if ('nextTryAt' in step) {
    const nextDueAt = step.nextTryAt;
    return { ...noReplyDue, state: 'open', whoseTurn: 'theirs', nextDueAt, snoozedUntil: null };
  }
  if (isClosed === false) {
    return { ...noReplyDue, state: 'open', whoseTurn: 'ours', nextDueAt: now };
  }
  return {
    state: 'closed',
    whoseTurn: 'nobody',
    closedAt: now,
    closedOutcome: step.closing,
    offerFrom: null,
    ...noReplyDue,
    snoozedUntil: null,
  };
}
