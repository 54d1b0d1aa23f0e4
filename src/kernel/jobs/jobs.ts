import { fromKysely, type PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import { bossOf } from './boss.ts';

/**
 * Work that may wait: enqueued in the caller's transaction, run by a worker, retried on a throw.
 */
export type Job<P> = {
  name: string;
  payload: z.ZodType<P>;
  /**
   * Must bear being run twice: a worker can be killed after its effect and before its note of it.
   */
  run: (ctx: Ctx, payload: P) => Promise<void>;
  /**
   * What makes two jobs the same: while one of a key waits, no other is put beside it. One that
   * runs already does not count, for it may have looked at the rows before they changed.
   */
  keyOf?: (payload: P) => string;
  /** How often it is tried again, and after how long; the delay doubles. */
  retryLimit?: number;
  retryDelaySeconds?: number;
  /** After this time without an end, the worker is taken for dead and the job is run again. */
  expireSeconds?: number;
  /** Run by the calendar, in the operator's time zone: five cron fields. */
  cron?: string;
};

/** A job of whatever payload, as queues and workers hold it. */
export type AnyJob = Omit<Job<never>, 'payload'> & { payload: z.ZodType };

export function defineJob<P>(job: Job<P>): Job<P> {
  return job;
}

/**
 * Enqueues a job in the context's transaction: it exists if and only if the transaction commits.
 * @param options.at earliest start
 */
export async function enqueue<P extends object>(
  ctx: Ctx,
  job: Job<P>,
  payload: P,
  options: { at?: Date } = {},
): Promise<void> {
  const boss: PgBoss = bossOf(ctx.operator.schema);
  await boss.send(job.name, payload, {
    db: fromKysely(ctx.db),
    ...(options.at && { startAfter: options.at }),
    ...(job.keyOf && { singletonKey: job.keyOf(payload) }),
  });
}
