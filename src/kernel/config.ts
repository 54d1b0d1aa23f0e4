import { z } from 'zod';
import { resolve } from 'node:path';

const flag = z
  .enum(['true', 'false', '1', '0', 'on', 'off'])
  .transform((word) => word === 'true' || word === '1' || word === 'on');

const operators = z
  .string()
  .transform((text) =>
    text.split(';').map((pair) => {
      const [schema = '', hosts = ''] = pair.trim().split('=');
      return { schema, hosts: hosts.split(',').filter(Boolean) };
    }),
  )
  .refine((list) => list.every((o) => /^[a-z][a-z0-9_]{0,40}$/.test(o.schema)), {
    message: 'write schema=host,host;schema=host with schema names of a–z, 0–9 and _',
  });

/** Every setting of the installation, its type and its default, in one place. */
const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address of one's own PostgreSQL (15 or newer); without it the embedded one is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BEREG_DATA_DIR: z.string().min(1).default('./var'),
  /** Size of the demo operator that the first run makes; 0 makes none. */
  BEREG_DEMO_SUBSCRIBERS: z.coerce.number().int().min(0).max(2_000_000).default(3000),
  /** Operators of this installation: `schema=host,host;schema=host`; the first is the default. */
  BEREG_OPERATORS: operators.default([{ schema: 'main', hosts: [] }]),
  /** Roles that this process takes: `web`, `worker` or both. */
  BEREG_ROLES: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(['web', 'worker'])).min(1))
    .default(['web', 'worker']),
  /** The address people type, needed behind a proxy; it also decides whether cookies are Secure. */
  BEREG_PUBLIC_URL: z.url().optional(),
  BEREG_TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BEREG_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
  /** Where files are kept: `local` (in the data folder) or `s3`. */
  BEREG_FILES: z.enum(['local', 's3']).default('local'),
  BEREG_S3_BUCKET: z.string().optional(),
  BEREG_S3_REGION: z.string().default('us-east-1'),
  BEREG_S3_ENDPOINT: z.url().optional(),
  BEREG_S3_ACCESS_KEY: z.string().optional(),
  BEREG_S3_SECRET_KEY: z.string().optional(),
});

export type Config = z.output<typeof settings> & { dataDir: string };

/** Thrown at start with one line per wrong setting, so that all are mended in one go. */
export class ConfigError extends Error {}

/**
 * Reads the settings from the environment.
 * @throws {ConfigError} naming each wrong setting, its value and what is expected.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape)
      .filter((key) => environment[key] !== undefined && environment[key] !== '')
      .map((key) => [key, environment[key]]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const key = String(issue.path[0]);
      return `  ${key}=${environment[key] ?? ''}: ${issue.message}`;
    });
    throw new ConfigError(`These settings are not right:\n${lines.join('\n')}`);
  }
  const config = parsed.data;
  if (config.BEREG_FILES === 's3' && !config.BEREG_S3_BUCKET) {
    throw new ConfigError('BEREG_FILES=s3 needs BEREG_S3_BUCKET, the name of the bucket.');
  }
  return { ...config, dataDir: resolve(config.BEREG_DATA_DIR) };
}
