import { setTimeout as pause } from 'node:timers/promises';
import { joinOrLaunch, type Launch } from './launch.ts';
import { isServerOf } from './processes.ts';
import type { Server } from './running-server.ts';

const everyMs = 1000;

/**
 * Starts the server again whenever its process dies, as when the system runs out of memory. Its
 * pools connect anew by themselves, since it keeps the port. Returns the function that ends the
 * watch.
 */
export function watch(launch: Launch, started: Server): () => Promise<void> {
  const end = new AbortController();
  const done = keepAlive(launch, started, end.signal);
  return async () => {
    end.abort();
    await done;
  };
}

async function keepAlive(launch: Launch, started: Server, signal: AbortSignal): Promise<void> {
  let server = started;
  while (await passes(everyMs, signal)) {
    if (isServerOf(server.pid, launch.cluster.dir)) continue;
    launch.log.warn('PostgreSQL has died and is started again');
    try {
      server = await joinOrLaunch(launch);
    } catch (error) {
      launch.log.warn(error instanceof Error ? error.message : String(error));
      continue;
    }
    if (server.port !== started.port) {
      launch.log.warn(`PostgreSQL came back on port ${server.port}: start the program again`);
    }
  }
}

async function passes(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}
