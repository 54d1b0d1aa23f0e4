import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/kernel/postgres/start-embedded-postgres.ts';
import { guardedFolder } from '../../src/kernel/postgres/testing/guarded-folder.ts';
import { prepareTemplate } from '../../src/testing/template.ts';

/** Where a crash costs nothing. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/** A world opens some eight lines, each with a password, and reads what lies in memory. */
const quickLines = { scram_iterations: '1', io_method: 'sync' };

/**
 * Gives the tests a PostgreSQL of their own in a temporary folder, with a migrated template
 * database. `TEST_POSTGRES_BIN` names the programs of another version. Only here is syncing off.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { dir, release } = await guardedFolder('tests');
  const olderBin = process.env['TEST_POSTGRES_BIN'];
  const postgres = await startEmbeddedPostgres({
    dataDir: dir,
    log: { info: () => undefined, warn: (message) => void process.stderr.write(`${message}\n`) },
    ...(olderBin
      ? { binDir: olderBin, settings: careless }
      : { settings: { ...careless, ...quickLines } }),
  });
  project.provide('postgresUrl', postgres.url);
  await prepareTemplate(postgres.url);
  return async () => {
    await postgres.stop();
    release();
  };
}
