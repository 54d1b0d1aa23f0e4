import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Stop } from '../api/shapes.ts';
import { stopsOf } from './stops-of.ts';

type Node = { id: number; name: string; buildings: number; stop: Stop | null };

/** An operator of a million has some thousands. */
const MOST_NODES = 5000;

/** Nodes by name, each with how many buildings it serves and the stop that is in force there. */
export async function listNodes(ctx: Ctx): Promise<Result<{ nodes: Node[] }>> {
  // coverages_node (node_id) where node_id is not null
  const { rows } = await sql<Omit<Node, 'stop'>>`
    select n.id, n.name, coalesce(c.buildings, 0) as buildings
    from   nodes n
    left   join (select node_id, count(distinct building_id) as buildings from coverages
                 where node_id is not null group by node_id) c on c.node_id = n.id
    order  by n.name, n.id limit ${MOST_NODES}`.execute(ctx.db);
  const stops = await stopsOf(ctx, { nodeIds: rows.map(({ id }) => id) });
  const inForce = stops.filter(({ isInForce }) => isInForce);
  return ok({
    nodes: rows.map((node) => ({
      ...node,
      stop: inForce.find(({ nodeId }) => nodeId === node.id) ?? null,
    })),
  });
}
