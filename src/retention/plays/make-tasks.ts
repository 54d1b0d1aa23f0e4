import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { startNorm } from '../../norms/index.ts';
import { playNorm } from './norm.ts';
import type { Play } from './play-rows.ts';
import { callableFrom, type PlaySettings } from './settings.ts';
import type { Walked } from './walk.ts';

export type MadeTask = { id: number; subscriberId: number };

/**
 * Puts before agents what a play asks for, due under the norm and within the hours in which people
 * may be called. Who is held out is written down too: without them nobody knows what it brings.
 * @returns the tasks that are to be done
 */
export async function makeTasks(
  ctx: Ctx,
  play: Pick<Play, 'id' | 'aim' | 'name'>,
  { taken, stopped }: Walked,
  settings: PlaySettings,
): Promise<MadeTask[]> {
  const now = ctx.clock.now();
  const startsAt = callableFrom(ctx, settings, now);
  const { normSeconds, calendar, dueAt } = await startNorm(ctx, playNorm.kind, startsAt);
  const held = stopped.flatMap(({ moment, stop }) => (stop === 'held' ? [moment] : []));
  const rows = [
    ...taken.map(({ moment, costMinor }) => ({ moment, costMinor, state: 'open' })),
    ...held.map((moment) => ({ moment, costMinor: 0, state: 'held' })),
  ].map(({ moment, costMinor, state }) => ({
    playId: play.id,
    aim: play.aim,
    subscriberId: moment.subscriberId,
    signalledAt: moment.at,
    state,
    startsAt,
    dueAt,
    normSeconds,
    calendarId: calendar.id,
    costMinor,
    madeAt: now,
  }));
  if (rows.length === 0) return [];
  const made = await ctx.db
    .insertInto('playTasks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['playId', 'subscriberId', 'signalledAt']).doNothing(),
    )
    .returning(['id', 'subscriberId', 'state'])
    .execute();
  const open = made.filter(({ state }) => state === 'open');
  await emitMany(
    ctx,
    open.map(({ id, subscriberId }) => ({
      type: 'retention.play_task_made',
      subject: { kind: 'play_task', id },
      subscriberId,
      facts: { playId: play.id, play: play.name },
    })),
  );
  return open;
}
