import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardedFolder } from './kernel/postgres/testing/guarded-folder.ts';
import { end, ended, isReady, type Program, run, serverPid, until } from './testing/programs.ts';

// Each test starts a whole installation, some of them three times.
vi.setConfig({ testTimeout: 240_000 });

let folder: Awaited<ReturnType<typeof guardedFolder>>;
let programs: Program[] = [];

const take = async (): Promise<void> => void (folder = await guardedFolder('main'));

async function endAll(): Promise<void> {
  for (const program of programs) await end(program, 'SIGKILL');
  programs = [];
}

/** Starts the program as `npm start` does, with a data folder of the test's. */
function launch(settings: Record<string, string> = {}): Program {
  const program = run(['src/main.ts'], { BEREG_DATA_DIR: folder.dir, ...settings });
  programs.push(program);
  return program;
}

describe('one installation, started again and again', () => {
  beforeAll(take);
  afterEach(endAll);
  afterAll(() => folder.release());

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends all it started, in order',
    async (signal) => {
      const program = launch();
      expect(await isReady(program)).toBe(true);
      expect(serverPid(folder.dir)).toBeGreaterThan(0);
      expect(await end(program, signal)).toBe(0);
      expect(serverPid(folder.dir)).toBeUndefined();
    },
  );

  test('it starts again after any process was killed', async () => {
    expect(await isReady(launch())).toBe(true);
    await end(programs[0]!, 'SIGKILL');
    expect(await isReady(launch())).toBe(true);
    process.kill(serverPid(folder.dir) ?? 0, 'SIGKILL');
    await end(programs[1]!, 'SIGKILL');
    const last = launch();
    expect(await isReady(last)).toBe(true);
    expect(await end(last, 'SIGTERM')).toBe(0);
  });

  test('it says that it cannot answer while its database is gone, and finds it again', async () => {
    const program = launch();
    expect(await isReady(program)).toBe(true);
    process.kill(serverPid(folder.dir) ?? 0, 'SIGKILL');
    await expect.poll(() => isReady(program), { timeout: 20_000 }).toBe(false);
    await expect.poll(() => isReady(program), { timeout: 120_000 }).toBe(true);
  });
});

describe('a new installation', () => {
  beforeEach(take);
  afterEach(async () => {
    await endAll();
    folder.release();
  });

  test('a signal in the midst of the first start leaves nothing behind either', async () => {
    const program = launch();
    await until(() => serverPid(folder.dir), program);
    expect(await end(program, 'SIGTERM')).toBe(0);
    expect(serverPid(folder.dir)).toBeUndefined();
  });

  test('two installations run side by side', async () => {
    const other = join(folder.dir, 'other');
    const both = [launch(), launch({ BEREG_DATA_DIR: other })];
    expect(await Promise.all(both.map(isReady))).toEqual([true, true]);
    expect(serverPid(folder.dir)).not.toBe(serverPid(other));
    expect(await Promise.all(both.map((program) => end(program, 'SIGTERM')))).toEqual([0, 0]);
  });

  test('wrong settings are told one by one, and nothing starts', async () => {
    const program = launch({ PORT: 'none', LOG_LEVEL: 'loud' });
    expect(await ended(program)).toBe(1);
    expect(program.output()).toMatch(/PORT=none.*\n.*LOG_LEVEL=loud/);
    expect(serverPid(folder.dir)).toBeUndefined();
  });
});
