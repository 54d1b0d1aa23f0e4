import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { findOwnSession } from './own-session.ts';
import { endOneSession, endSessions } from './sessions.ts';

/** Ends one of the actor's own sessions, on a lost laptop perhaps. */
export async function endSession(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const own = await findOwnSession(ctx);
  if ('ok' in own) return own;
  const isEnded = await endOneSession(ctx, own.authUserId, input.id);
  if (!isEnded) return fail('staff.session_not_found');
  await tell(ctx, own.staffId, 1);
  return ok({});
}

export async function endOtherSessions(ctx: Ctx): Promise<Result<{ endedCount: number }>> {
  const own = await findOwnSession(ctx);
  if ('ok' in own) return own;
  const endedCount = await endSessions(ctx, own.authUserId, own.sessionId);
  if (endedCount > 0) await tell(ctx, own.staffId, endedCount);
  return ok({ endedCount });
}

async function tell(ctx: Ctx, staffId: number, count: number): Promise<void> {
  await emit(ctx, {
    type: 'staff.sessions_ended',
    subject: { kind: 'staff', id: staffId },
    facts: { count },
  });
}
