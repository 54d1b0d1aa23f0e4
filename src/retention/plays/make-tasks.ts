import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { startNorm } from '../../norms/index.ts';
import { playNorm } from './norm.ts';
import type { Play } from './play-rows.ts';
import { callableFrom, type PlaySettings } from './settings.ts';
import type { Moment } from './find-moments.ts';
import type { Walked } from './walk.ts';

export type MadeTask = { id: number; subscriberId: number };
type Given = { moment: Moment; costMinor: number; state: 'open' | 'held' | 'unserved' };
type Of = Pick<Play, 'id' | 'aim' | 'name'>;

/**
 * Puts before agents what a play asks for, due under the norm and within the hours in which people
 * may be called. Who is held out is written down too: without them nobody knows what it brings.
 * @returns the tasks that are to be done
 */
export async function makeTasks(
  ctx: Ctx,
  play: Of,
  { taken, stopped }: Walked,
  settings: PlaySettings,
): Promise<MadeTask[]> {
  const held = stopped.flatMap(({ moment, stop }) => (stop === 'held' ? [moment] : []));
  const made = await writeTasks(
    ctx,
    play,
    [
      ...taken.map(({ moment, costMinor }) => ({ moment, costMinor, state: 'open' as const })),
      ...held.map((moment) => ({ moment, costMinor: 0, state: 'held' as const })),
    ],
    settings,
  );
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

/** Writes what a play has come to of each moment, once. */
export async function writeTasks(
  ctx: Ctx,
  play: Of,
  given: readonly Given[],
  settings: PlaySettings,
): Promise<(MadeTask & { state: string })[]> {
  if (given.length === 0) return [];
  const now = ctx.clock.now();
  const startsAt = callableFrom(ctx, settings, now);
  const { normSeconds, calendar, dueAt } = await startNorm(ctx, playNorm.kind, startsAt);
  const rows = given.map(({ moment, costMinor, state }) => ({
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
  return ctx.db
    .insertInto('playTasks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['playId', 'subscriberId', 'signalledAt']).doNothing(),
    )
    .returning(['id', 'subscriberId', 'state'])
    .execute();
}
