import type { Ctx } from '../kernel/context.ts';
import { emitMany } from '../kernel/events/journal.ts';
import type { Tick } from '../kernel/wiring.ts';
import { HERE_FOR_SECONDS, presenceChanged } from './presence.ts';

/** Tells screens of people whose own screens have fallen silent. */
export const presenceSweep: Tick = {
  name: 'staff.presence',
  everySeconds: 5,
  run: async (ctx: Ctx) => {
    const limit = new Date(ctx.clock.now().getTime() - HERE_FOR_SECONDS * 1000);
    // presence_here
    const gone = await ctx.db
      .updateTable('presence')
      .set({ isHere: false })
      .where('isHere', '=', true)
      .where('lastSeenAt', '<', limit)
      .returning(['staffId', 'state', 'lastSeenAt'])
      .execute();
    await emitMany(
      ctx,
      // While the program was down nobody was here, however late that is written down.
      gone.map(({ staffId, state, lastSeenAt }) => ({
        ...presenceChanged(staffId, state, false),
        occurredAt: new Date(lastSeenAt.getTime() + HERE_FOR_SECONDS * 1000),
      })),
    );
  },
};
