import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.ts';

const TIMES = 400;
const PAUSE_MS = 25;

/**
 * Waits until so many connections of the world's database wait for a lock that somebody holds: then
 * the works under test stand where they should be overtaken.
 */
export async function untilWaiting(world: World, count = 1): Promise<void> {
  for (let time = 0; time < TIMES; time += 1) {
    const { rowCount } = await world.ctx.pool.query(
      `select from pg_stat_activity
       where  datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rowCount ?? 0) >= count) return;
    await pause(PAUSE_MS);
  }
  throw new Error(`there are no ${count} who wait for a lock`);
}
