import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isServerOf } from '../kernel/postgres/processes.ts';

/** A process of ours that a test started, with all it has said so far. */
export type Program = { process: ChildProcess; output: () => string };

const root = join(import.meta.dirname, '../..');

/**
 * Starts one of our programs as its npm script does, on a data folder of the test's: an
 * installation of its own on a free port, without a demo unless the settings ask for one.
 * @param script what to run from the project's root, with its words, e.g. `tools/backup.ts`
 */
export function run(
  [script, ...words]: readonly [string, ...string[]],
  settings: Record<string, string> & { BEREG_DATA_DIR: string },
): Program {
  const child = spawn(process.execPath, [join(root, script), ...words], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: '0',
      BEREG_DEMO_SUBSCRIBERS: '0',
      ...settings,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { process: child, output: () => output };
}

/** Asks again and again until there is an answer. */
export async function until<T>(find: () => T | undefined, program: Program): Promise<T> {
  for (let round = 0; round < 1000; round += 1) {
    const found = find();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(`waited in vain:\n${program.output()}`);
}

/** Waits for the address that a server prints. */
export function address(program: Program): Promise<string> {
  return until(() => /Bereg: (http:\S+)/.exec(program.output())?.[1], program);
}

export async function isReady(program: Program): Promise<boolean> {
  return (await fetch(`${await address(program)}/readyz`)).ok;
}

/** Waits until a program has come to its end by itself. */
export async function ended({ process: child }: Program): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
}

/** Ends a program by a signal, unless it has ended already. */
export async function end(program: Program, signal: NodeJS.Signals): Promise<number | null> {
  program.process.kill(signal);
  return ended(program);
}

/** The process id of the embedded server that runs on a data folder, if one does. */
export function serverPid(dataDir: string): number | undefined {
  const cluster = join(dataDir, 'postgres', 'cluster');
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return isServerOf(pid, cluster) ? pid : undefined;
  } catch {
    return undefined;
  }
}
