import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { As, World } from '../../testing/world.ts';
import type { ImportView } from '../api.ts';

type View = z.output<typeof ImportView>;

const root = join(import.meta.dirname, '../../..');

/** A whole process of its own on a test's database, as it would run beside others. */
function runProgram(
  world: World,
  program: string,
  args: readonly string[] = [],
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: '0',
      DATABASE_URL: world.url,
      BEREG_DATA_DIR: world.installation.config.dataDir,
      BEREG_DEMO_SUBSCRIBERS: '0',
      INIT_CWD: world.installation.config.dataDir,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

/** Runs a command to its end. */
export async function runToEnd(
  world: World,
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const { child, output } = runProgram(world, program, args);
  await once(child, 'exit');
  return { code: child.exitCode, output: output() };
}

/** A server that can be killed, asked through HTTP. */
export async function startServer(world: World, as: As) {
  const { child, output } = runProgram(world, 'src/main.ts');
  const address = await until(() => /Bereg: (http:\S+)/.exec(output())?.[1], output);
  const ask = async (method: string, path: string, body?: FormData): Promise<View> => {
    const response = await fetch(`${address}/api/imports${path}`, {
      method,
      headers: { 'x-requested-with': 'bereg', ...as, ...(!body && json) },
      ...(body && { body }),
      ...(!body && method === 'POST' && { body: '{}' }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as View;
  };
  return {
    upload: (content: string) => {
      const form = new FormData();
      form.append('file', new Blob([content]), 'base.csv');
      return ask('POST', '', form);
    },
    start: (id: number, step: 'check' | 'apply' | 'undo') => ask('POST', `/${id}/${step}`),
    /** Waits until an import has come so far. */
    reach: (id: number, isThere: (view: View) => boolean) =>
      until(async () => {
        const view = await ask('GET', `/${id}`);
        return isThere(view) ? view : undefined;
      }, output),
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const json = { 'content-type': 'application/json' };

async function until<T>(
  find: () => T | undefined | Promise<T | undefined>,
  output: () => string,
): Promise<T> {
  for (let round = 0; round < 4_000; round += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`waited in vain:\n${output()}`);
}
