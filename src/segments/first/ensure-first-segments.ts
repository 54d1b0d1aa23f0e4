import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { insertSegment } from '../insert-segment.ts';
import { firstSegments } from './first-segments.ts';

/**
 * Gives an operator who has no segment those that are of use everywhere. Nobody has made them, so
 * the journal says nothing of it.
 */
export async function ensureFirstSegments(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from segments limit 1`.execute(ctx.db);
    if (rows.length > 0) return;
    for (const { condition, isBadge = false, words } of firstSegments) {
      const [name, note] = words[ctx.operator.language];
      await insertSegment(ctx, {
        name,
        note,
        kind: 'dynamic',
        isBadge,
        everyMinutes: 60,
        condition,
        createdBy: null,
      });
    }
  });
}
