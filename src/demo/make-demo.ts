import type { Ctx } from '../kernel/context.ts';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { finishBase } from './finish-base.ts';
import { makeNetwork } from './make-network.ts';
import { dateOnly } from './months.ts';
import { type DemoPlan, subscriberAt } from './subscriber-at.ts';
import { writeConnections } from './write-connections.ts';
import { writeDealers } from './write-dealers.ts';
import { writeDeals } from './write-deals.ts';
import { writeChunk } from './write-chunk.ts';
import { writeKeeping } from './write-keeping.ts';
import { writeStaff } from './write-staff.ts';

const CHUNK = 5000;

export type DemoProgress = { subscribers: number; of: number; rows: number; seconds: number };

/**
 * Makes the demo operator, or goes on where a making was cut off: each chunk is one transaction
 * that also notes how far it has come. The same plan always makes the same base.
 * @param onProgress told after each chunk
 */
export async function makeDemo(
  ctx: Ctx,
  plan: { seed?: string; subscribers: number; today?: Date },
  onProgress: (progress: DemoProgress) => void = () => undefined,
): Promise<DemoProgress> {
  const run = await openRun(ctx, plan);
  const fixed: DemoPlan = {
    seed: run.seed,
    subscribers: run.subscribers,
    today: new Date(`${run.today}T12:00:00Z`),
  };
  const startedMs = performance.now();
  const progress: DemoProgress = { subscribers: 0, of: run.subscribers, rows: 0, seconds: 0 };
  const staff = await inBulkTransaction(ctx, (bulk) => writeStaff(bulk, fixed));
  const network = await inBulkTransaction(ctx, (bulk) => makeNetwork(bulk, fixed, run));
  for (let chunk = run.chunksMade; chunk * CHUNK < run.subscribers; chunk++) {
    const count = Math.min(CHUNK, run.subscribers - chunk * CHUNK);
    const people = Array.from({ length: count }, (_, at) =>
      subscriberAt(fixed, chunk * CHUNK + at),
    );
    progress.rows += await inBulkTransaction(ctx, async (bulk) => {
      if (chunk === 0) {
        await writeDeals(bulk, fixed, staff.sales);
        await writeDealers(bulk, fixed);
      }
      const { rows, written } = await writeChunk(bulk, {
        ...fixed,
        chunk,
        people,
        ...network,
        staff,
      });
      if (chunk === 0) {
        await writeConnections(bulk, fixed, written, { ...network, staff });
        await writeKeeping(bulk, fixed, written, staff);
      }
      await noteChunk(bulk, run.id, chunk + 1);
      return rows;
    });
    progress.subscribers = chunk * CHUNK + count;
    progress.seconds = (performance.now() - startedMs) / 1000;
    onProgress(progress);
  }
  await finishBase(ctx, fixed);
  await ctx.db
    .updateTable('demoRuns')
    .set({ finishedAt: ctx.clock.now() })
    .where('id', '=', run.id)
    .execute();
  return progress;
}

type Run = {
  id: number;
  seed: string;
  subscribers: number;
  today: string;
  firstIncidentId: number | null;
  chunksMade: number;
};

const runColumns = ['id', 'seed', 'subscribers', 'today', 'firstIncidentId', 'chunksMade'] as const;

async function openRun(ctx: Ctx, plan: Parameters<typeof makeDemo>[1]): Promise<Run> {
  const unfinished = await ctx.db
    .selectFrom('demoRuns')
    .select(runColumns)
    .where('finishedAt', 'is', null)
    .executeTakeFirst();
  if (unfinished) return unfinished;
  return ctx.db
    .insertInto('demoRuns')
    .values({
      seed: plan.seed ?? 'bereg',
      subscribers: plan.subscribers,
      today: dateOnly(plan.today ?? ctx.clock.now()),
      startedAt: ctx.clock.now(),
    })
    .returning(runColumns)
    .executeTakeFirstOrThrow();
}

async function noteChunk(ctx: Ctx, id: number, chunksMade: number): Promise<void> {
  await ctx.db.updateTable('demoRuns').set({ chunksMade }).where('id', '=', id).execute();
}
