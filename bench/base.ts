import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { makeDemo } from '../src/demo/index.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { type BulkCtx, inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { buildServer } from '../src/kernel/http/server.ts';
import { openIn } from './installation.ts';
import { signIn } from './sign-in.ts';

export const seed = 'bench';
export const today = new Date('2026-11-01T12:00:00Z');

export type Base = {
  subscribers: number;
  url: string;
  folder: string;
  ctx: Ctx;
  app: FastifyInstance;
  headers: Record<string, string>[];
  close: () => Promise<void>;
};

/**
 * Opens the bench's base of that size, making it first where it is missing: it stays in the data
 * folder for the next run.
 */
export function openBase(subscribers: number): Promise<Base> {
  const folder = join(import.meta.dirname, '../var', `bench-${subscribers}`);
  return openBaseIn(folder, subscribers, fill);
}

/** Opens a base that stands in a folder of its own, filled where it is not yet. */
export async function openBaseIn(
  folder: string,
  subscribers: number,
  fillBase: (ctx: Ctx, subscribers: number) => Promise<void>,
): Promise<Base> {
  const { ctx, installation, wirings, url, close } = await openIn(folder);
  await fillBase(ctx, subscribers);
  const app = await buildServer(installation, wirings);
  await app.ready();
  return {
    subscribers,
    url,
    folder,
    ctx,
    app,
    headers: await signIn(ctx),
    close: async () => {
      await app.close();
      await close();
    },
  };
}

async function fill(ctx: Ctx, subscribers: number): Promise<void> {
  const finished = await ctx.pool.query('select from demo_runs where finished_at is not null');
  if (finished.rowCount) return;
  const started = performance.now();
  const done = await makeDemo(ctx, { seed, subscribers, today }, (progress) => {
    if (progress.subscribers % 50_000 === 0) {
      process.stdout.write(`  ${progress.subscribers} made, ${Math.round(progress.seconds)} s\n`);
    }
  });
  await ctx.pool.query('analyze');
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `base made: ${done.rows} rows in ${seconds.toFixed(0)} s, ` +
      `${Math.round(done.rows / seconds)} rows/s, ` +
      `${((seconds / subscribers) * 1000).toFixed(2)} ms a subscriber\n`,
  );
}

const CHUNK = 10_000;

/**
 * Writes a base so many places at a time, each in a transaction of its own: in one for all, rows
 * that every part counts up would grow slower to reach with each. A making that was cut off goes
 * on.
 * @returns whether anything was written
 */
export async function inChunks(
  ctx: Ctx,
  count: number,
  write: (bulk: BulkCtx, places: number[]) => Promise<void>,
): Promise<boolean> {
  await ctx.pool.query('create table if not exists bench_chunks (chunk integer primary key)');
  const { rows } = await ctx.pool.query<{ made: string }>('select count(*) made from bench_chunks');
  const made = Number(rows[0]?.made);
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);
  let chunk = made;
  for (; chunk * CHUNK < count; chunk++) {
    const from = chunk * CHUNK;
    await inBulkTransaction(ctx, async (bulk) => {
      const places = Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) => from + at);
      await write(bulk, places);
      await bulk.client.query('insert into bench_chunks values ($1)', [chunk]);
    });
    if (chunk % 10 === 0) process.stdout.write(`  ${from} made, ${seconds()} s\n`);
  }
  if (chunk > made) process.stdout.write(`base made in ${seconds()} s\n`);
  return chunk > made;
}

let asked = 0;

/** Calls the server as a program would; anything but success ends the run. */
export async function ask<T>(
  base: Base,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  status = 200,
): Promise<T> {
  const response = await base.app.inject({
    method,
    url,
    headers: base.headers[asked++ % base.headers.length] ?? {},
    ...(payload && { payload }),
  });
  if (response.statusCode !== status)
    throw new Error(`${url}: ${response.statusCode} ${response.body}`);
  return response.json<T>();
}
