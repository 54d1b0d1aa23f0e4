import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { World } from '../../testing/world.ts';

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
