import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';
import { isUnderVeil, veiledNow } from '../kernel/veil.ts';

/** Whose accounts may stand behind a figure: `subscribers r` in reach, who is not veiled now. */
export async function rowsWithin(ctx: Ctx): Promise<RawBuilder<unknown>> {
  const reached = visibleTo(ctx, 'reports.rows', { owner: 'r.ownerStaffId', team: 'r.teamId' });
  return sql`(${reached} and not ${isUnderVeil(await veiledNow(ctx), sql`r.id`)})`;
}
