import { type Db as BossDb, PgBoss } from 'pg-boss';
import type pg from 'pg';
import type { Ctx } from '../context.ts';
import type { AnyJob } from './jobs.ts';

const bosses = new Map<string, PgBoss>();

export function bossOf(schema: string): PgBoss {
  const boss = bosses.get(schema);
  if (!boss) throw new Error(`no job queue was opened for operator ${schema}`);
  return boss;
}

function over(pool: pg.Pool): BossDb {
  return {
    executeSql: (text, values) => pool.query(text, values),
  };
}

/**
 * Opens an operator's job queue on its pool. A web process only enqueues; a worker (`isWorker`)
 * also keeps the queue's house and the calendar.
 */
export async function openBoss(
  schema: string,
  pool: pg.Pool,
  jobs: readonly AnyJob[],
  options: { isWorker: boolean; timeZone: string; onError: (error: Error) => void },
): Promise<PgBoss> {
  const boss = new PgBoss({
    db: over(pool),
    schema,
    // The queue makes and migrates its own tables, under a lock of its own.
    createSchema: false,
    supervise: options.isWorker,
    schedule: options.isWorker,
  });
  boss.on('error', options.onError);
  await boss.start();
  const { rows } = await pool.query<{ name: string; policy: string }>(
    'select name, policy from queue',
  );
  const policies = new Map(rows.map((queue) => [queue.name, queue.policy]));
  const planned = options.isWorker ? await boss.getSchedules() : [];
  for (const job of jobs) {
    // `short` keeps one waiting job of a key; a key alone keeps nothing.
    const policy = job.keyOf ? 'short' : 'standard';
    const before = policies.get(job.name);
    if (before === undefined) {
      await boss.createQueue(job.name, {
        policy,
        retryLimit: job.retryLimit ?? 10,
        retryDelay: job.retryDelaySeconds ?? 5,
        retryBackoff: true,
        expireInSeconds: job.expireSeconds ?? 900,
      });
    } else if (before !== policy) {
      // The library makes a queue once and never changes its policy.
      await pool.query('update queue set policy = $2 where name = $1', [job.name, policy]);
    }
    if (options.isWorker && job.cron) {
      const { cron } = job;
      const stands = planned.some(
        (one) => one.name === job.name && one.cron === cron && one.timezone === options.timeZone,
      );
      if (!stands) await boss.schedule(job.name, cron, {}, { tz: options.timeZone });
    }
  }
  bosses.set(schema, boss);
  return boss;
}

/** Lets a worker take jobs; `context` makes the system's context for one run. */
export async function workJobs(
  boss: PgBoss,
  jobs: readonly AnyJob[],
  context: (name: string) => Ctx,
): Promise<void> {
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: 1 }, async ([taken]) => {
      if (!taken) return;
      const payload = job.payload.parse(taken.data ?? {}) as never;
      await job.run(context(job.name), payload);
    });
  }
}

export async function closeBoss(schema: string): Promise<void> {
  const boss = bosses.get(schema);
  bosses.delete(schema);
  await boss?.stop({ graceful: true, timeout: 10_000 });
}
