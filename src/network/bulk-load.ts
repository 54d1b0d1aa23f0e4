import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';

/** A fault or planned work that is over, with the buildings it touched. */
export type IncidentLoad = {
  kind: 'outage' | 'degradation' | 'planned_work';
  startedAt: Date;
  endedAt: Date | null;
  cause: string;
  buildingIds: readonly number[];
};

/** Writes incidents through COPY. @returns their ids, in the order given */
export async function bulkLoad(
  ctx: BulkCtx,
  incidents: readonly IncidentLoad[],
): Promise<number[]> {
  if (incidents.length === 0) return [];
  const now = ctx.clock.now();
  const ids = await reserveIds(ctx, 'incidents', incidents.length);
  await copyRows(
    ctx.client,
    'incidents',
    ['id', 'kind', 'started_at', 'ended_at', 'cause', 'created_at'],
    incidents.map((one, at) => [ids[at], one.kind, one.startedAt, one.endedAt, one.cause, now]),
  );
  await copyRows(
    ctx.client,
    'incident_buildings',
    ['incident_id', 'building_id'],
    incidents.flatMap((one, at) => one.buildingIds.map((buildingId) => [ids[at], buildingId])),
  );
  return ids;
}
