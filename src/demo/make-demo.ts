import { bulkLoad as loadProducts } from '../catalog/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { type BulkCtx, inBulkTransaction } from '../kernel/db/bulk.ts';
import { settleSearch } from '../kernel/search/load-entries.ts';
import { bulkLoad as loadIncidents } from '../network/index.ts';
import { loadBuildings } from '../subscribers/index.ts';
import { ensureAttributes } from '../work/index.ts';
import { attributes } from './attributes.ts';
import { type DemoOutage, outagesOf } from './incidents.ts';
import { dateOnly, MONTHS, monthStart } from './months.ts';
import { placeOf } from './place-of.ts';
import { buildingAt, buildingCount } from './places.ts';
import { type DemoPlan, subscriberAt } from './subscriber-at.ts';
import { addons, feeAt, tariffs } from './tariffs.ts';
import { writeChunk } from './write-chunk.ts';

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
  const network = await inBulkTransaction(ctx, (bulk) => makeNetwork(bulk, fixed, run));
  for (let chunk = run.chunksMade; chunk * CHUNK < run.subscribers; chunk++) {
    const count = Math.min(CHUNK, run.subscribers - chunk * CHUNK);
    const people = Array.from({ length: count }, (_, at) =>
      subscriberAt(fixed, chunk * CHUNK + at),
    );
    progress.rows += await inBulkTransaction(ctx, async (bulk) => {
      const rows = await writeChunk(bulk, { chunk, today: fixed.today, people, ...network });
      await noteChunk(bulk, run.id, chunk + 1);
      return rows;
    });
    progress.subscribers = chunk * CHUNK + count;
    progress.seconds = (performance.now() - startedMs) / 1000;
    onProgress(progress);
  }
  await settleSearch(ctx);
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

type Network = {
  versionIds: ReadonlyMap<string, number>;
  incidentIdOf: (outage: DemoOutage) => number;
};

/** What stands before anybody moves in: attributes, tariffs, buildings, two years of outages. */
async function makeNetwork(ctx: BulkCtx, plan: DemoPlan, run: Run): Promise<Network> {
  await ensureAttributes(ctx, 'subscribers', attributes);
  const versionIds = await loadProducts(
    ctx,
    [...tariffs, ...addons].map((one) => ({
      kind: one.kind,
      service: one.service,
      name: one.name,
      monthlyFeeMinor: feeAt(one, 0),
      currency: 'RUB',
      speedKbps: one.speedKbps,
      validFrom: dateOnly(monthStart(plan.today, one.rise?.monthsAgo ?? MONTHS)),
    })),
  );
  const buildings = Array.from({ length: buildingCount(plan.subscribers) }, (_, index) =>
    buildingAt(plan.seed, index),
  );
  const buildingIds = await loadBuildings(
    ctx,
    buildings.map((building) => placeOf(building, '')),
  );
  const nodes = Map.groupBy(buildings.keys(), (at) => buildings[at]?.node ?? 0);
  const buildingsOf = (node: number): number[] =>
    (nodes.get(node) ?? []).map((at) => buildingIds[at] ?? 0);
  const outages = [...nodes.keys()].flatMap((node) => outagesOf(plan.seed, node, plan.today));
  const ids =
    run.firstIncidentId === null
      ? await writeIncidents(ctx, run, outages, buildingsOf)
      : await findIncidents(ctx, run.firstIncidentId, outages.length);
  const key = (outage: DemoOutage): string => `${outage.node} ${outage.startedAt.getTime()}`;
  const idByKey = new Map(outages.map((outage, at) => [key(outage), ids[at] ?? 0]));
  return { versionIds, incidentIdOf: (outage) => idByKey.get(key(outage)) ?? 0 };
}

async function writeIncidents(
  ctx: BulkCtx,
  run: Run,
  outages: readonly DemoOutage[],
  buildingsOf: (node: number) => number[],
): Promise<number[]> {
  const ids = await loadIncidents(
    ctx,
    outages.map((outage) => ({
      kind: 'outage' as const,
      startedAt: outage.startedAt,
      endedAt: new Date(outage.startedAt.getTime() + outage.minutes * 60_000),
      cause: outage.cause,
      buildingIds: buildingsOf(outage.node),
    })),
  );
  await ctx.db
    .updateTable('demoRuns')
    .set({ firstIncidentId: ids[0] ?? 0 })
    .where('id', '=', run.id)
    .execute();
  return ids;
}

/** The incidents of a making that was cut off, in the order in which they were written. */
async function findIncidents(ctx: Ctx, firstId: number, count: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('incidents')
    .select('id')
    .where('id', '>=', firstId)
    .orderBy('id')
    .limit(count)
    .execute();
  return rows.map((row) => row.id);
}
