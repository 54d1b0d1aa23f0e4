import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type PresenceState, presenceChanged } from './presence.ts';

/** A call is over and its outcome not told: whoever was ready is offered nothing meanwhile. */
export const startAfterCall = (ctx: Ctx, staffId: number): Promise<void> =>
  turn(ctx, staffId, 'ready', 'after_call');

/** What was to be told after a call is told. A break or an absence chosen meanwhile stays. */
export const endAfterCall = (ctx: Ctx, staffId: number): Promise<void> =>
  turn(ctx, staffId, 'after_call', 'ready');

async function turn(
  ctx: Ctx,
  staffId: number,
  from: PresenceState,
  to: PresenceState,
): Promise<void> {
  const turned = await ctx.db
    .updateTable('presence')
    .set({ state: to, stateSince: ctx.clock.now() })
    .where('staffId', '=', staffId)
    .where('state', '=', from)
    .returning('isHere')
    .executeTakeFirst();
  if (turned) await emit(ctx, presenceChanged(staffId, to, turned.isHere));
}
