import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isServerOf } from './kernel/postgres/processes.ts';
import { guardedFolder } from './kernel/postgres/testing/guarded-folder.ts';

// Each test starts a whole installation, some of them three times.
vi.setConfig({ testTimeout: 240_000 });

type Program = { process: ChildProcess; output: () => string };

let folder: Awaited<ReturnType<typeof guardedFolder>>;
let programs: Program[] = [];

beforeEach(async () => {
  folder = await guardedFolder('main');
});

afterEach(async () => {
  for (const program of programs) await end(program, 'SIGKILL');
  folder.release();
  programs = [];
});

/** Starts the program as `npm start` does, with a data folder of the test's. */
function launch(settings: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      BEREG_DATA_DIR: folder.dir,
      BEREG_DEMO_SUBSCRIBERS: '0',
      ...settings,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const program = { process: child, output: () => output };
  programs.push(program);
  return program;
}

async function until<T>(find: () => T | undefined, program: Program): Promise<T> {
  for (let round = 0; round < 1000; round += 1) {
    const found = find();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(`waited in vain:\n${program.output()}`);
}

/** Waits for the printed address. */
function address(program: Program): Promise<string> {
  return until(() => /Bereg: (http:\S+)/.exec(program.output())?.[1], program);
}

async function isReady(program: Program): Promise<boolean> {
  return (await fetch(`${await address(program)}/readyz`)).ok;
}

async function end({ process: child }: Program, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

const clusterDir = (dir = folder.dir) => join(dir, 'postgres', 'cluster');

function serverPid(dir = folder.dir): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(clusterDir(dir), 'postmaster.pid'), 'utf8'), 10);
    return isServerOf(pid, clusterDir(dir)) ? pid : undefined;
  } catch {
    return undefined;
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends all it started, in order', async (signal) => {
  const program = launch();
  expect(await isReady(program)).toBe(true);
  expect(serverPid()).toBeGreaterThan(0);
  expect(await end(program, signal)).toBe(0);
  expect(serverPid()).toBeUndefined();
});

test('a signal in the midst of the first start leaves nothing behind either', async () => {
  const program = launch();
  await until(serverPid, program);
  expect(await end(program, 'SIGTERM')).toBe(0);
  expect(serverPid()).toBeUndefined();
});

test('it starts again after any process was killed', async () => {
  expect(await isReady(launch())).toBe(true);
  await end(programs[0]!, 'SIGKILL');
  expect(await isReady(launch())).toBe(true);
  process.kill(serverPid() ?? 0, 'SIGKILL');
  await end(programs[1]!, 'SIGKILL');
  const last = launch();
  expect(await isReady(last)).toBe(true);
  expect(await end(last, 'SIGTERM')).toBe(0);
});

test('two installations run side by side', async () => {
  const other = join(folder.dir, 'other');
  const both = [launch(), launch({ BEREG_DATA_DIR: other })];
  expect(await Promise.all(both.map(isReady))).toEqual([true, true]);
  expect(serverPid()).not.toBe(serverPid(other));
  expect(await Promise.all(both.map((program) => end(program, 'SIGTERM')))).toEqual([0, 0]);
});

test('wrong settings are told one by one, and nothing starts', async () => {
  const program = launch({ PORT: 'none', LOG_LEVEL: 'loud' });
  await once(program.process, 'exit');
  expect(program.process.exitCode).toBe(1);
  expect(program.output()).toMatch(/PORT=none.*\n.*LOG_LEVEL=loud/);
  expect(serverPid()).toBeUndefined();
});
