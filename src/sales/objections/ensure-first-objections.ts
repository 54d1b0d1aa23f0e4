import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { addObjection } from './add-objection.ts';
import { firstObjections } from './first-objections.ts';

/** Gives an operator who has no objection those that are heard everywhere. */
export async function ensureFirstObjections(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from objections limit 1`.execute(ctx.db);
    if (rows.length > 0) return;
    for (const one of firstObjections[ctx.operator.language]) await addObjection(ctx, one);
  });
}
