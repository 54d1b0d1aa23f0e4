import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Whether a subscriber, perhaps one that was merged, belongs to the cluster of this root. */
export async function isOfCluster(
  ctx: Ctx,
  subscriberId: number | null,
  rootId: number,
): Promise<boolean> {
  if (subscriberId === null) return false;
  // subscribers_pkey
  const { rows } = await sql`
    select from subscribers where id = ${subscriberId} and root_id = ${rootId}`.execute(ctx.db);
  return rows.length > 0;
}
