import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Config } from '../config.ts';
import type { Operator } from '../context.ts';
import { type Db, openDb, openPool } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { type Files, openFiles } from '../files/files.ts';
import { closeBoss, openBoss } from '../jobs/boss.ts';
import { LiveHub } from '../live/hub.ts';
import type { Logger } from '../log.ts';
import { openSecrets, type Secrets } from '../secrets.ts';
import type { Wiring } from '../wiring.ts';

/** One operator's own resources. */
export type OpenOperator = {
  hosts: readonly string[];
  profile: Operator;
  pool: pg.Pool;
  db: Db;
  files: Files;
  secrets: Secrets;
  boss: PgBoss;
  hub: LiveHub | undefined;
};

/**
 * Brings an operator's schema up to date and opens its pool, files and queue; for the web role its
 * live updates too.
 */
export async function openOperator(
  options: { config: Config; url: string; log: Logger; wirings: readonly Wiring[] },
  schema: string,
  hosts: readonly string[],
): Promise<OpenOperator> {
  const { config, url, log, wirings } = options;
  await migrate(url, schema);
  const files = await openFiles(config, schema);
  const secrets = await openSecrets(files.secretKey);
  const pool = openPool(url, schema, config.BEREG_POOL_SIZE);
  pool.on('error', (error) => log.warn(`an idle database connection was lost: ${error.message}`));
  const db = openDb(pool);
  const row = await db
    .selectFrom('operatorProfile')
    .select(['name', 'timeZone', 'currency', 'country', 'cityCode', 'language'])
    .executeTakeFirstOrThrow();
  const profile: Operator = {
    schema,
    name: row.name,
    timeZone: row.timeZone,
    currency: row.currency,
    country: row.country,
    cityCode: row.cityCode,
    language: row.language === 'en' ? 'en' : 'ru',
    publicUrl: addressOf(config.BEREG_PUBLIC_URL ?? null, hosts),
  };
  const isWeb = config.BEREG_ROLES.includes('web');
  const hub = isWeb ? new LiveHub({ url, schema, pool, log }) : undefined;
  await hub?.start();
  const boss = await openBoss(
    schema,
    pool,
    wirings.flatMap((w) => w.jobs ?? []),
    {
      isWorker: config.BEREG_ROLES.includes('worker'),
      timeZone: profile.timeZone,
      onError: (error) => log.error({ error }, 'job queue'),
    },
  );
  return { hosts, profile, pool, db, hub, boss, files, secrets };
}

/** An operator with a host of its own is reached by it alone. */
function addressOf(address: string | null, [host]: readonly string[]): string | null {
  if (address === null || host === undefined) return address;
  const own = new URL(address);
  own.hostname = host;
  return own.origin;
}

export async function closeOperator(operator: OpenOperator): Promise<void> {
  await operator.hub?.stop();
  await closeBoss(operator.profile.schema);
  await operator.pool.end();
}
