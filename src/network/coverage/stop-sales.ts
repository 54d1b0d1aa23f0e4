import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { coverageApi } from '../api/coverage.ts';
import { findBuilding } from './find-building.ts';
import { knownParts } from './known-parts.ts';

type Input = z.output<(typeof coverageApi)['POST /api/stop-sales']['input']>;

/** Stops sales at a building or node, or warns; what was in force there before is lifted. */
export async function stopSales(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { buildingId, nodeId, level, reason, untilOn } = input;
  if (untilOn !== null && untilOn < today(ctx)) {
    return fail('network.past_day', {}, { untilOn: 'network.past_day' });
  }
  const known =
    buildingId === null ? await knownParts(ctx, { nodeId }) : await findBuilding(ctx, buildingId);
  if (!known.ok) return known;
  const by = staffIdOf(ctx.actor);
  const now = ctx.clock.now();
  // stop_sales_building, stop_sales_node
  await sql`
    update stop_sales set lifted_at = ${now}, lifted_by = ${by}
    where  lifted_at is null and (building_id = ${buildingId} or node_id = ${nodeId})`.execute(
    ctx.db,
  );
  const made = await ctx.db
    .insertInto('stopSales')
    .values({ buildingId, nodeId, level, reason, untilOn, setAt: now, setBy: by })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'network.sales_stopped',
    subject: subjectOf({ buildingId, nodeId }),
    facts: { level, reason, untilOn },
  });
  return ok(made);
}

/** Sells again; the stop is kept with who lifted it. */
export async function liftStop(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const lifted = await ctx.db
    .updateTable('stopSales')
    .set({ liftedAt: ctx.clock.now(), liftedBy: staffIdOf(ctx.actor) })
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .returning(['buildingId', 'nodeId', 'reason'])
    .executeTakeFirst();
  if (!lifted) return fail('network.no_such_stop');
  await emit(ctx, {
    type: 'network.sales_resumed',
    subject: subjectOf(lifted),
    facts: { reason: lifted.reason },
  });
  return ok({});
}

function subjectOf(of: { buildingId: number | null; nodeId: number | null }): {
  kind: string;
  id: number;
} {
  return of.buildingId === null
    ? { kind: 'node', id: of.nodeId ?? 0 }
    : { kind: 'building', id: of.buildingId };
}
