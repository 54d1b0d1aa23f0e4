import { resolve } from 'node:path';
import type { z } from 'zod';
import { type SettingName, settings } from './settings.ts';

export type Config = z.output<typeof settings> & { dataDir: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown at start with one line per wrong setting, so that all are mended in one go. */
export class ConfigError extends Error {
  constructor(lines: readonly string[]) {
    super(`These settings are not right:\n${lines.join('\n')}`);
  }
}

const names = Object.keys(settings.shape) as SettingName[];
/** What nobody is to read in a log or over a shoulder. */
const secrets: readonly SettingName[] = [
  'DATABASE_URL',
  'BEREG_S3_ACCESS_KEY',
  'BEREG_S3_SECRET_KEY',
];

/**
 * Reads the settings from the environment; an empty one counts as not given.
 * @throws {ConfigError} naming each wrong setting, its value and what it takes
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const parsed = settings.safeParse(given);
  const wrong = parsed.success
    ? lackingBeside(parsed.data)
    : parsed.error.issues.map(({ path }) => path[0] as SettingName);
  if (!parsed.success || wrong.length > 0) {
    throw new ConfigError([...new Set(wrong)].map((name) => wrongLine(name, environment[name])));
  }
  return { ...parsed.data, dataDir: resolve(parsed.data.BEREG_DATA_DIR) };
}

/**
 * What is wrong with a setting and what it takes, in one line.
 * @param trouble what came of a value whose form is right
 */
export function wrongLine(name: SettingName, value: unknown, trouble = ''): string {
  const shown = secrets.includes(name) ? '…' : String(value);
  const given = value === undefined || value === '' ? `${name} is not given` : `${name}=${shown}`;
  return `  ${given}: ${trouble && `${trouble}; `}it takes ${settings.shape[name].description}`;
}

/** Settings without which another one says nothing. */
function lackingBeside(config: z.output<typeof settings>): SettingName[] {
  const { BEREG_FILES, BEREG_S3_BUCKET, BEREG_S3_ACCESS_KEY, BEREG_S3_SECRET_KEY } = config;
  const lacking: SettingName[] = [];
  if (BEREG_FILES === 's3' && !BEREG_S3_BUCKET) lacking.push('BEREG_S3_BUCKET');
  if (BEREG_S3_ACCESS_KEY && !BEREG_S3_SECRET_KEY) lacking.push('BEREG_S3_SECRET_KEY');
  if (BEREG_S3_SECRET_KEY && !BEREG_S3_ACCESS_KEY) lacking.push('BEREG_S3_ACCESS_KEY');
  return lacking;
}
