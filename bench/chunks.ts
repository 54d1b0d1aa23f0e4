import type { Ctx } from '../src/kernel/context.ts';
import { type BulkCtx, inBulkTransaction } from '../src/kernel/db/bulk.ts';

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
