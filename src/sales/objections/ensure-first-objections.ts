import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { firstObjections } from './first-objections.ts';
import { insertObjection } from './insert-objection.ts';
import { writeAnswers } from './write-answers.ts';

/**
 * Gives an operator who has no objection those that are heard everywhere. Nobody has added them, so
 * the journal says nothing of it.
 */
export async function ensureFirstObjections(outer: Ctx): Promise<void> {
  await inTransaction(outer, ensureObjections);
}

/** The same in a transaction that is open. */
export async function ensureObjections(ctx: Ctx): Promise<void> {
  const { rows } = await sql`select from objections limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  for (const { name, words, answers } of firstObjections[ctx.operator.language]) {
    const made = await insertObjection(ctx, { name, words });
    if (made) await writeAnswers(ctx, made.id, answers);
  }
}
