import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { clockState, loadCalendars, whyDeadline } from '../../norms/index.ts';
import type { Ticket } from '../api/open.ts';
import { loadTimes } from './settle-clocks.ts';
import { slaOf } from './ticket-clocks.ts';

type Clock = z.input<typeof Ticket>['clocks'][number];

/** The promises on a ticket as its page shows them: where each stands and why. */
export async function clocksOf(ctx: Ctx, id: number): Promise<Clock[]> {
  const time = (await loadTimes(ctx, [id])).get(id)?.time;
  if (!time) return [];
  const calendars = await loadCalendars(
    ctx,
    time.clocks.map(({ calendarId }) => calendarId),
  );
  const now = ctx.clock.now();
  return time.clocks.flatMap((clock) => {
    const calendar = calendars.get(clock.calendarId);
    if (!calendar) return [];
    const sla = slaOf(clock, time.pauses, calendar);
    const { status, dueAt, spentSeconds } = clockState(sla, now);
    const { kind, startedAt, metAt } = clock;
    const deadline = whyDeadline(sla, clock.metAt ?? now);
    return [{ id: clock.id, kind, status, startedAt, metAt, dueAt, spentSeconds, deadline }];
  });
}
