import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/kernel/postgres/start-embedded-postgres.ts';
import { prepareTemplate } from '../../src/testing/template.ts';

/**
 * Gives the tests a PostgreSQL of their own in a temporary folder, with a migrated template
 * database. `TEST_POSTGRES_BIN` names the programs of another version. Only here, where a crash
 * costs nothing, is syncing off.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'bereg-tests-'));
  await chmod(dir, 0o755);
  const dataDir = join(dir, 'postgres');
  const guard = startGuard(dir, join(dataDir, 'cluster', 'postmaster.pid'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: { info: () => undefined, warn: (message) => process.stderr.write(`${message}\n`) },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    ...(process.env['TEST_POSTGRES_BIN'] ? { binDir: process.env['TEST_POSTGRES_BIN'] } : {}),
  });
  project.provide('postgresUrl', postgres.url);
  await prepareTemplate(postgres.url);
  return async () => {
    await postgres.stop();
    guard.stdin.end();
  };
}

/**
 * A shell that waits until this process is gone, in whatever way, then ends a server that was left
 * over and removes the folder: so not even a kill of the test run leaves anything behind.
 */
function startGuard(dir: string, pidFile: string) {
  const script = `
    cat > /dev/null
    if pid=$(head -n 1 "$2" 2> /dev/null); then
      kill -QUIT "$pid"
      for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$2" ] && sleep 0.3; done
    fi
    rm -rf "$1"
  `;
  const guard = spawn('/bin/sh', ['-c', script, 'sh', dir, pidFile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
}
