import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { insertChecklist } from './add-checklist.ts';
import { firstChecklist } from './first-checklist.ts';

/** Gives an operator who has no checklist the one for a subscriber department. */
export async function ensureChecklist(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from quality_checklists limit 1`.execute(ctx.db);
    if (rows.length === 0) await insertChecklist(ctx, firstChecklist(ctx.operator.language));
  });
}
