import { z } from 'zod';

const wholeNumber = (least: number, most: number) => {
  const shape = z.coerce.number().int().min(least).max(most);
  return { shape, what: `a whole number from ${least} to ${most}` };
};

const oneOf = <const W extends readonly [string, ...string[]]>(words: W) => {
  return { shape: z.enum(words), what: `one of ${words.join(', ')}` };
};

const matching = (pattern: RegExp, what: string) => ({ shape: z.string().regex(pattern), what });

const port = wholeNumber(0, 65_535);
const level = oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
const demo = wholeNumber(0, 2_000_000);
const pool = wholeNumber(2, 200);
const store = oneOf(['local', 's3']);
const yesOrNo = oneOf(['true', 'false', '1', '0', 'on', 'off']);
const host = matching(/^[\w.:-]+$/, 'a name or an address of this machine, such as 0.0.0.0');
const bucket = matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket');
const region = matching(/^[a-z0-9-]+$/, 'the name of a region, such as us-east-1');
const web = { protocol: /^https?$/ };

const words = (text: string): string[] => text.split(',').map((word) => word.trim());

const roles = z
  .string()
  .transform(words)
  .pipe(z.array(z.enum(['web', 'worker'])).min(1));

const origin = z
  .url(web)
  .transform((text) => new URL(text))
  .refine((url) => url.href === `${url.origin}/`)
  .transform((url) => url.origin);

const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;
/** Of these PostgreSQL makes its own schemas, or we keep nothing but extensions in them. */
const isTaken = (schema: string): boolean => /^(public|information_schema|pg_.*)$/.test(schema);
const isOnce = (list: readonly string[]): boolean => new Set(list).size === list.length;

const operators = z
  .string()
  .transform((text) =>
    text.split(';').map((pair) => {
      const [schema = '', hosts = ''] = pair.trim().split('=');
      return { schema, hosts: words(hosts.toLowerCase()).filter(Boolean) };
    }),
  )
  .refine((list) => list.every(({ schema }) => /^[a-z][a-z0-9_]{0,40}$/.test(schema)))
  .refine((list) => !list.some(({ schema }) => isTaken(schema)))
  .refine((list) => list.every(({ hosts }) => hosts.every((one) => hostName.test(one))))
  .refine((list) => isOnce(list.map(({ schema }) => schema)))
  .refine((list) => isOnce(list.flatMap(({ hosts }) => hosts)));

const operatorsTake =
  'schema=host,host;schema=host with schema names of a–z, 0–9 and _, each name and host once';

/**
 * Every setting of the installation, its type and its default, in one place. Its description says
 * what it takes, in the words of the message that a wrong value gets.
 */
export const settings = z.object({
  HOST: host.shape.default('127.0.0.1').describe(host.what),
  PORT: port.shape.default(3000).describe(port.what),
  /** Address of one's own PostgreSQL (15 or newer); without it the embedded one is started. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('the address of a PostgreSQL, 15 or newer: postgres://user:password@host:5432/base'),
  BEREG_DATA_DIR: z
    .string()
    .default('./var')
    .describe('a folder that this program may write to; it is made where there is none'),
  /** Size of the demo operator that the first run makes; 0 makes none. */
  BEREG_DEMO_SUBSCRIBERS: demo.shape.default(3000).describe(demo.what),
  /** Operators of this installation: `schema=host,host;schema=host`; the first is the default. */
  BEREG_OPERATORS: operators.default([{ schema: 'main', hosts: [] }]).describe(operatorsTake),
  /** Roles that this process takes: `web`, `worker` or both. */
  BEREG_ROLES: roles.default(['web', 'worker']).describe('web, worker, or both with a comma'),
  /** The address people type, needed behind a proxy; it also decides whether cookies are Secure. */
  BEREG_PUBLIC_URL: origin
    .optional()
    .describe('the address people type, without a path, such as https://bereg.example.org'),
  BEREG_TRUST_PROXY: yesOrNo.shape
    .transform((word) => word === 'true' || word === '1' || word === 'on')
    .default(false)
    .describe(yesOrNo.what),
  LOG_LEVEL: level.shape.default('info').describe(level.what),
  BEREG_POOL_SIZE: pool.shape.default(16).describe(pool.what),
  /** Where files are kept: `local` (in the data folder) or `s3`. */
  BEREG_FILES: store.shape.default('local').describe(store.what),
  BEREG_S3_BUCKET: bucket.shape.optional().describe(bucket.what),
  BEREG_S3_REGION: region.shape.default('us-east-1').describe(region.what),
  BEREG_S3_ENDPOINT: z
    .url(web)
    .optional()
    .describe('the address of the bucket’s server, such as https://s3.example.org'),
  BEREG_S3_ACCESS_KEY: z.string().optional().describe('a key that goes with BEREG_S3_SECRET_KEY'),
  BEREG_S3_SECRET_KEY: z.string().optional().describe('a key that goes with BEREG_S3_ACCESS_KEY'),
});

export type SettingName = keyof typeof settings.shape;
