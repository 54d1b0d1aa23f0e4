import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** A stop of sales on a node, by its name. */
export type StopLoad = {
  node: string;
  level: 'warn' | 'stop';
  reason: string;
  /** Now, where it is not told. */
  setAt?: Date;
};

/** Stops sales on nodes, or warns of them, until somebody lifts it. */
export async function loadStops(ctx: Ctx, stops: readonly StopLoad[]): Promise<void> {
  await sql`
    insert into stop_sales (node_id, level, reason, set_at)
    select n.id, r.level, r.reason, coalesce(r."setAt", ${ctx.clock.now()})
    from   jsonb_to_recordset(${JSON.stringify(stops)}::jsonb)
             as r(node text, level text, reason text, "setAt" timestamptz)
    join   nodes n on n.name = r.node`.execute(ctx.db);
}
