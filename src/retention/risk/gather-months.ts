import { sql } from 'kysely';
import { type BulkCtx, inBulkTransaction } from '../../kernel/db/bulk.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Gathered } from './gathered.ts';
import { everyFact } from './known-facts.ts';
import { momentsToLearn } from './moments.ts';
import { type Read, readFacts } from './read-facts.ts';

/** Rows beyond so many teach nothing more: then some of the subscribers stand for all. */
const MOST_ROWS = 600_000;
const DAY_MS = 86_400_000;

/**
 * What was known of everybody at the beginning of each month, and when they left. Each month is a
 * transaction of its own, so that none is held for long.
 * @param onMonth told after each month; answers whether to go on
 */
export async function gatherMonths(
  ctx: Ctx,
  onMonth: (done: number, of: number) => Promise<boolean>,
): Promise<Gathered | null> {
  const moments = await momentsToLearn(ctx);
  const perMille = await shareToTake(ctx, moments.length);
  const reads: Read[] = [];
  for (const [at, moment] of moments.entries()) {
    const read = (bulk: BulkCtx): Promise<Read> => readFacts(bulk, moment, { perMille });
    reads.push(await inBulkTransaction(ctx, read));
    if (!(await onMonth(at + 1, moments.length))) return null;
  }
  const keys = everyFact().map(({ key }) => key);
  const size = reads.reduce((sum, { ids }) => sum + ids.length, 0);
  const joined = (of: (read: Read) => Float32Array | undefined): Float32Array => {
    const all = new Float32Array(size);
    let from = 0;
    for (const read of reads) {
      all.set(of(read) ?? new Float32Array(), from);
      from += read.ids.length;
    }
    return all;
  };
  const momentOf = new Uint8Array(size);
  let from = 0;
  for (const [at, { ids }] of reads.entries()) {
    momentOf.fill(at, from, from + ids.length);
    from += ids.length;
  }
  const now = Date.parse(today(ctx));
  return {
    keys,
    columns: keys.map((_, at) => joined(({ columns }) => columns[at])),
    leftAfter: joined(({ leftAfter }) => leftAfter),
    momentOf,
    moments: moments.map(({ on }) => on),
    knownDays: moments.map(({ on }) => (now - Date.parse(on)) / DAY_MS),
  };
}

async function shareToTake(ctx: Ctx, months: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from subscribers
    where  merged_into_id is null and status <> 'prospect'`.execute(ctx.db);
  const all = (rows[0]?.count ?? 0) * Math.max(1, months);
  return all <= MOST_ROWS ? 1000 : Math.max(1, Math.floor((1000 * MOST_ROWS) / all));
}
