import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import pg from 'pg';
import { type Config, ConfigError, wrongLine } from '../config.ts';

const OLDEST_POSTGRES = 15;
const LONGEST_WAIT_MS = 10_000;

/**
 * Tries what a setting's form cannot tell: that the data folder can be written to and that one's
 * own PostgreSQL answers and is new enough.
 * @throws {ConfigError} naming what does not work
 */
export async function trySettings(config: Config): Promise<void> {
  const lines: string[] = [];
  const folder = await troubleWithFolder(config.dataDir);
  if (folder) lines.push(wrongLine('BEREG_DATA_DIR', config.BEREG_DATA_DIR, folder));
  const base = config.DATABASE_URL && (await troubleWithDatabase(config.DATABASE_URL));
  if (base) lines.push(wrongLine('DATABASE_URL', config.DATABASE_URL, base));
  if (lines.length > 0) throw new ConfigError(lines);
}

async function troubleWithFolder(path: string): Promise<string | null> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}

async function troubleWithDatabase(connectionString: string): Promise<string | null> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: LONGEST_WAIT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const version = rows[0]?.server_version ?? '';
    return Number.parseInt(version, 10) < OLDEST_POSTGRES ? `PostgreSQL ${version} is older` : null;
  } catch (error) {
    return wordsOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Several addresses of one name fail together, with words for each and none for all. */
function wordsOf(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return first instanceof Error ? first.message : String(first);
}
