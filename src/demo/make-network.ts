import type { Ctx } from '../kernel/context.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadIncidents } from '../network/index.ts';
import { loadBuildings } from '../subscribers/index.ts';
import { ensureAttributes } from '../work/index.ts';
import { attributes } from './attributes.ts';
import { type DemoOutage, outagesOf } from './incidents.ts';
import { makeCatalogue } from './make-catalogue.ts';
import { makeCoverage } from './make-coverage.ts';
import { buildingAt, buildingCount, placeOf } from './places.ts';
import type { DemoPlan } from './subscriber-at.ts';

/** The making that goes on; `firstIncidentId` once the outages are written. */
type MakingRun = { id: number; firstIncidentId: number | null };

export type Network = {
  versionIds: ReadonlyMap<string, number>;
  incidentIdOf: (outage: DemoOutage) => number;
};

/** What stands before anybody moves in: attributes, tariffs, pitches, buildings, past outages. */
export async function makeNetwork(ctx: BulkCtx, plan: DemoPlan, run: MakingRun): Promise<Network> {
  await ensureAttributes(ctx, 'subscribers', attributes);
  const versionIds = await makeCatalogue(ctx, plan);
  const buildings = Array.from({ length: buildingCount(plan.subscribers) }, (_, index) =>
    buildingAt(plan.seed, index),
  );
  const buildingIds = await loadBuildings(
    ctx,
    buildings.map((building) => placeOf(building, '')),
  );
  if (run.firstIncidentId === null) await makeCoverage(ctx, plan, buildings, buildingIds);
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
  run: MakingRun,
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
