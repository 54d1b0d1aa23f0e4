import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { lockOwnPresence, noteGone } from './presence.ts';

/**
 * The web says that a screen closes, so that nothing is put before an empty chair. What the person
 * did is kept: a reload, or another screen of theirs, takes it up again by its next word.
 */
export async function noteLeave(ctx: Ctx): Promise<Result<Record<string, never>>> {
  const own = await lockOwnPresence(ctx);
  if ('ok' in own) return own;
  if (own.row.isHere) await noteGone(ctx, own.staffId, { isHere: false });
  return ok({});
}
