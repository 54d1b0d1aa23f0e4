import { sql } from 'kysely';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Disputes an answer about oneself; an item once, and what was decided stays. */
export async function disputeItem(
  ctx: Ctx,
  { id, item, words }: { id: number; item: string; words: string },
): Promise<Result<{ id: number }>> {
  // quality_reviews_pkey, quality_answers_pkey
  const { rows } = await sql<{ answer: string | null; score: number }>`
    select a.answer, r.score
    from   quality_reviews r
    left   join quality_answers a on a.review_id = r.id and a.item = ${item}
    where  r.id = ${id} and r.staff_id = ${me(ctx)} and r.finished_at is not null
    for    update of r`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_review');
  if (row.answer === null) return fail('quality.no_such_item');
  const made = await ctx.db
    .insertInto('qualityDisputes')
    .values({
      reviewId: id,
      item,
      words,
      answerBefore: row.answer,
      scoreBefore: row.score,
      askedAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['reviewId', 'item']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('quality.disputed_already');
  await emit(ctx, {
    type: 'quality.item_disputed',
    subject: { kind: 'quality_review', id },
    facts: { item, staffId: me(ctx) },
  });
  return ok(made);
}
