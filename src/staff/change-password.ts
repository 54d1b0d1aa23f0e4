import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { attemptAgain, forgetAttempts, noteAttempt } from './attempts.ts';
import { findOwnSession } from './own-session.ts';
import { isPasswordOf, replacePassword } from './passwords.ts';
import { endSessions } from './sessions.ts';
import { isWeakPassword } from './weak-password.ts';

/**
 * Opens its own transactions: a wrong password must leave its trace although the change fails, or a
 * borrowed screen could be used to guess.
 */
export async function changePassword(
  ctx: Ctx,
  input: { current: string; next: string },
): Promise<Result<Done>> {
  const own = await findOwnSession(ctx);
  if ('ok' in own) return own;
  const attempt = attemptAgain(own);
  if (!(await noteAttempt(ctx, attempt))) return fail('staff.too_many_attempts');
  if (!(await isPasswordOf(ctx, own.authUserId, input.current))) {
    return fail('staff.wrong_password', {}, { current: 'staff.wrong_password' });
  }
  await forgetAttempts(ctx, attempt);
  if (isWeakPassword(input.next, own)) {
    return fail('staff.weak_password', {}, { next: 'staff.weak_password' });
  }
  return inTransaction(ctx, async (tx) => {
    await replacePassword(tx, own.authUserId, input.next);
    await endSessions(tx, own.authUserId, own.sessionId);
    await emit(tx, {
      type: 'staff.password_changed',
      subject: { kind: 'staff', id: own.staffId },
    });
    return ok({});
  });
}
