import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockDrawOf, lockOpen, scoreNow } from './lock-review.ts';

type Finished = { id: number; version: number; score: number | null; isZeroed: boolean };

/** Finishes judging, once all that applies is answered; from then on the judged person sees it. */
export async function finishReview(
  ctx: Ctx,
  { id, version, words }: { id: number; version: number; words: string },
): Promise<Result<Finished>> {
  await lockDrawOf(ctx, id);
  const locked = await lockOpen(ctx, id, version);
  if (!locked.ok) return locked;
  const { drawId, staffId } = locked.value;
  const { score, isZeroed, missing } = await scoreNow(ctx, locked.value);
  if (missing.length > 0) return fail('quality.unanswered');
  if (score === null) return fail('quality.weighs_nothing');
  // quality_reviews_pkey, quality_draws_pkey
  await sql`
    update quality_reviews
    set    score = ${score}, is_zeroed = ${isZeroed}, words = ${words},
           finished_at = ${ctx.clock.now()}, version = version + 1
    where  id = ${id}`.execute(ctx.db);
  await sql`update quality_draws set state = 'reviewed' where id = ${drawId}`.execute(ctx.db);
  await emit(ctx, {
    type: 'quality.review_finished',
    subject: { kind: 'quality_review', id },
    facts: { staffId, score, isZeroed },
  });
  return ok({ id, version: version + 1, score, isZeroed });
}
