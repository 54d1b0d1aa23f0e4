import type { Ctx } from '../kernel/context.ts';
import { libraryIn } from './adapters/libraries.ts';
import { forgetActors } from './known-actors.ts';

/** Ends all of a person's sessions, or all but one; the next request from them is a stranger's. */
export async function endSessions(
  ctx: Ctx,
  authUserId: number,
  exceptSessionId?: number,
): Promise<number> {
  const { internalAdapter } = await libraryIn(ctx);
  const sessions = await internalAdapter.listSessions(String(authUserId));
  const ending = sessions.filter((session) => Number(session.id) !== exceptSessionId);
  if (ending.length > 0) await internalAdapter.deleteSessions(ending.map(({ token }) => token));
  forgetActors(ctx);
  return ending.length;
}

/** Ends one of a person's sessions. @returns whether they had it */
export async function endOneSession(
  ctx: Ctx,
  authUserId: number,
  sessionId: number,
): Promise<boolean> {
  const { internalAdapter } = await libraryIn(ctx);
  const sessions = await internalAdapter.listSessions(String(authUserId));
  const session = sessions.find(({ id }) => Number(id) === sessionId);
  if (session) await internalAdapter.deleteSession(session.token);
  forgetActors(ctx);
  return session !== undefined;
}
