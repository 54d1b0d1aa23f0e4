import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { end, ended, run } from './testing/programs.ts';
import { createWorld, type World } from './testing/world.ts';

// What no form of a value tells: whether it works on this machine.
let world: World;
let folder: string;
let taken: Server;

beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'bereg-settings-'));
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
});

afterAll(async () => {
  taken.close();
  await world.close();
  await rm(folder, { recursive: true });
});

/** What the program says of settings that it cannot start with. */
async function said(script: string, settings: Record<string, string>): Promise<string> {
  const program = run([script], {
    BEREG_DATA_DIR: folder,
    DATABASE_URL: world.url,
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const limit = setTimeout(() => void end(program, 'SIGKILL'), 50_000);
  expect(await ended(program)).toBe(1);
  clearTimeout(limit);
  return program.output();
}

const portOf = (): string => String((taken.address() as AddressInfo).port);

test.each<[string, () => Record<string, string>, RegExp]>([
  [
    'a port that another program has',
    () => ({ PORT: portOf() }),
    /^ {2}PORT=\d+: .*EADDRINUSE.*; it takes a whole number from 0 to 65535$/m,
  ],
  [
    'an address that this machine does not have',
    () => ({ HOST: '192.0.2.1' }),
    /^ {2}HOST=192\.0\.2\.1: .*EADDRNOTAVAIL.*; it takes a name or an address of this machine/m,
  ],
  [
    'a PostgreSQL that is not there',
    () => ({ DATABASE_URL: 'postgres://anna:secret@127.0.0.1:1/bereg' }),
    /^ {2}DATABASE_URL=…: .*ECONNREFUSED.*; it takes the address of a PostgreSQL, 15 or newer/m,
  ],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: world.url.replace(/[^/]+$/, 'nowhere') }),
    /^ {2}DATABASE_URL=…: .*"nowhere" does not exist; it takes/m,
  ],
  [
    'a data folder that is a file',
    () => ({ BEREG_DATA_DIR: join(folder, 'a-file') }),
    /^ {2}BEREG_DATA_DIR=.*a-file: EEXIST.*; it takes a folder that this program may write to/m,
  ],
])('%s is told by the setting’s name', async (_what, settings, words) => {
  await writeFile(join(folder, 'a-file'), '');
  const output = await said('src/main.ts', settings());
  expect(output).toMatch(words);
  expect(output).not.toMatch(/secret|^ +at /m);
});

test('a command tells a wrong setting just so', async () => {
  const output = await said('tools/backup.ts', { BEREG_FILES: 'disk', BEREG_POOL_SIZE: '1' });
  expect(output).toContain('  BEREG_FILES=disk: it takes one of local, s3\n');
  expect(output).toContain('  BEREG_POOL_SIZE=1: it takes a whole number from 2 to 200\n');
});
