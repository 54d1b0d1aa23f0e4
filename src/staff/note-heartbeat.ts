import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { keepPresence, lockOwnPresence, type Presence, type PresenceState } from './presence.ts';

/**
 * A reload keeps the state; who comes back after longer than this begins as away, so that nobody is
 * offered work because yesterday's shift ended without a click.
 */
const STATE_KEPT_SECONDS = 900;

/** The web says every 20 seconds that a person's screen is open. */
export async function noteHeartbeat(ctx: Ctx): Promise<Result<Presence>> {
  const own = await lockOwnPresence(ctx);
  if ('ok' in own) return own;
  const { row } = own;
  const goneSeconds = (ctx.clock.now().getTime() - row.lastSeenAt.getTime()) / 1000;
  const state = goneSeconds <= STATE_KEPT_SECONDS ? (row.state as PresenceState) : 'away';
  return ok(await keepPresence(ctx, own.staffId, row, state));
}
