import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { reviewsApi } from '../api/reviews.ts';
import { lockOpen } from './lock-review.ts';
import { itemsOf, takes } from './score-card.ts';

type Input = z.output<(typeof reviewsApi)['PUT /api/quality-reviews/{id}/answers/{item}']['input']>;

/** Answers an item. What the system knew is not overruled silently: it takes a reason. */
export async function answerItem(
  ctx: Ctx,
  { id, version, item, answer, reason }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpen(ctx, id, version);
  if (!locked.ok) return locked;
  const { groups, applies } = locked.value;
  const asked = itemsOf(groups, applies).find(({ key }) => key === item);
  if (!asked) return fail('quality.no_such_item');
  if (!takes(asked, answer)) return fail('quality.wrong_answer');
  // quality_answers_pkey (review_id, item)
  const { rows } = await sql<{ filled: string | null }>`
    select filled from quality_answers where review_id = ${id} and item = ${item}`.execute(ctx.db);
  const filled = rows[0]?.filled ?? null;
  const isChanged = filled !== null && filled !== answer;
  if (isChanged && reason === '') {
    return fail('quality.reason_needed', {}, { reason: 'quality.reason_needed' });
  }
  const why = isChanged ? reason : '';
  await ctx.db
    .insertInto('qualityAnswers')
    .values({ reviewId: id, item, answer, reason: why })
    .onConflict((conflict) =>
      conflict.columns(['reviewId', 'item']).doUpdateSet({ answer, reason: why }),
    )
    .execute();
  // quality_reviews_pkey
  await sql`update quality_reviews set version = version + 1 where id = ${id}`.execute(ctx.db);
  return ok({ id, version: version + 1 });
}
