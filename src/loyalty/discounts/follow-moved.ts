import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

const kept = ['kept_discounts', 'rights_made'] as const;

/** Where a change of price has made another discount of one that was given, it is that one now. */
export async function followMoved(ctx: Ctx): Promise<void> {
  for (const table of kept) {
    let isGoing = true;
    while (isGoing) {
      // discounts_moved_from (moved_from_id) where moved_from_id is not null
      const { numAffectedRows = 0n } = await sql`
        update ${sql.table(table)} g set discount_id = n.id
        from   discounts n where n.moved_from_id = g.discount_id`.execute(ctx.db);
      isGoing = numAffectedRows > 0n;
    }
  }
}
