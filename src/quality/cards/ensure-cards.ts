import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { insertCard } from './add-card.ts';
import { firstCards } from './first-cards.ts';

/** Gives an operator who has no scorecard those that are of use everywhere. */
export async function ensureCards(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from quality_cards limit 1`.execute(ctx.db);
    if (rows.length > 0) return;
    for (const card of firstCards(ctx.operator.language)) await insertCard(ctx, card);
  });
}
