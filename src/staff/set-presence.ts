import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { keepPresence, lockOwnPresence, type Presence, type PresenceState } from './presence.ts';

export async function setPresence(
  ctx: Ctx,
  input: { state: PresenceState },
): Promise<Result<Presence>> {
  const own = await lockOwnPresence(ctx);
  if ('ok' in own) return own;
  return ok(
    await keepPresence(ctx, own.staffId, own.row, input.state, { saidAt: ctx.clock.now() }),
  );
}
