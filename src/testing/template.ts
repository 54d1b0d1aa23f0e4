import pg from 'pg';
import { testClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { createLog } from '../kernel/log.ts';
import { openInstallation } from '../kernel/runtime/installation.ts';
import { runStartup } from '../kernel/runtime/startup.ts';
import { loadWirings } from '../wirings.ts';

const templateName = 'bereg_template';

const MOST_TRIES = 50;

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** One line to a server's maintenance database, kept while the process lives, keeping it not. */
const lines = new Map<string, pg.Pool>();

function onServer(serverUrl: string, statement: string): Promise<unknown> {
  let line = lines.get(serverUrl);
  if (!line) {
    line = new pg.Pool({ connectionString: serverUrl, max: 1, allowExitOnIdle: true });
    // The server ends before those who have used it.
    line.on('error', () => undefined);
    lines.set(serverUrl, line);
  }
  return line.query(statement);
}

/**
 * Makes a test's database. Its files are copied as they lie: written through the log, as is usual,
 * each would cost several times as much.
 */
export async function cloneTemplate(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `create database ${name} template ${templateName} strategy file_copy`);
}

/**
 * Drops a test's database with whoever is in it. The server's own cleaner may be among them: only
 * a superuser may end it, and it leaves by itself in a moment.
 */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      const isCleaner = error instanceof pg.DatabaseError && error.code === '42501';
      if (!isCleaner || tries === MOST_TRIES) throw error;
      await new Promise((go) => setTimeout(go, 200));
    }
  }
}

/**
 * Makes the migrated database that every test file's own is cloned from: built-in rows, no demo.
 * @param serverUrl a server on which databases may be made
 */
export async function prepareTemplate(serverUrl: string): Promise<void> {
  await dropDatabase(serverUrl, templateName);
  await onServer(serverUrl, `create database ${templateName}`);
  const installation = await openInstallation({
    config: readConfig({ BEREG_DEMO_SUBSCRIBERS: '0', BEREG_DATA_DIR: '/tmp/bereg-template' }),
    url: databaseUrl(serverUrl, templateName),
    log: createLog('error'),
    clock: testClock(new Date('2026-03-02T06:00:00Z')),
    wirings: await loadWirings(),
  });
  await runStartup(installation);
  await installation.close();
}
