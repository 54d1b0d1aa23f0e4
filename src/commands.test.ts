import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardedFolder } from './kernel/postgres/testing/guarded-folder.ts';
import { address, end, ended, type Program, run, until } from './testing/programs.ts';

// Each test starts a whole installation and commands beside it.
vi.setConfig({ testTimeout: 240_000 });

let folder: Awaited<ReturnType<typeof guardedFolder>>;
let programs: Program[] = [];

beforeEach(async () => {
  folder = await guardedFolder('commands');
});

afterEach(async () => {
  for (const program of programs) await end(program, 'SIGKILL');
  folder.release();
  programs = [];
});

/** Starts a program on the test's data folder. */
function launch(...words: [string, ...string[]]): Program {
  // A command that would make a demo of its own is to be caught at it.
  const program = run(words, { BEREG_DATA_DIR: folder.dir, BEREG_DEMO_SUBSCRIBERS: '7' });
  programs.push(program);
  return program;
}

async function succeeded(program: Program): Promise<string> {
  const code = await ended(program);
  if (code !== 0) throw new Error(`ended with ${code}:\n${program.output()}`);
  return program.output();
}

/** How many rows of each table a backup holds. */
function rowsOf(backup: string): Record<string, number> {
  const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as {
    tables: { name: string; rows: number }[];
  };
  return Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
}

test('a command leaves the first administrator’s printed link alone', async () => {
  const server = launch('src/main.ts');
  const base = await address(server);
  const token = await until(() => /token=([\w-]+)/.exec(server.output())?.[1], server);
  await succeeded(launch('tools/backup.ts', join(folder.dir, 'backup')));
  const look = await fetch(`${base}/api/welcome/look`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bereg' },
    body: JSON.stringify({ token }),
  });
  expect(await look.json()).toMatchObject({ purpose: 'first_administrator' });
});

test('a command on a fresh base makes neither a link nor a demo', async () => {
  const backup = join(folder.dir, 'backup');
  const said = await succeeded(launch('tools/backup.ts', backup));
  expect(said).not.toMatch(/demo|token/i);
  expect(rowsOf(backup)).toMatchObject({ subscribers: 0, demo_runs: 0, sign_in_links: 0 });
  expect(rowsOf(backup)['roles']).toBeGreaterThan(0);
});
