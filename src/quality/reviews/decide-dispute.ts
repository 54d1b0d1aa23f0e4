import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { reviewsApi } from '../api/reviews.ts';
import { reaches } from '../reach.ts';
import { lockReview, scoreNow } from './lock-review.ts';
import { itemsOf, takes } from './score-card.ts';

type Route = (typeof reviewsApi)['POST /api/quality-disputes/{id}/decide'];
type Dispute = { reviewId: number; item: string; isDecided: boolean };

/** Decides a dispute: neither who is judged nor who has judged may; what was before stays known. */
export async function decideDispute(
  ctx: Ctx,
  { id, answer, words }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  // quality_disputes_pkey, quality_reviews_pkey
  const { rows } = await sql<Dispute>`
    select q.review_id, q.item, q.decided_at is not null as is_decided
    from   quality_disputes q join quality_reviews r on r.id = q.review_id
    where  q.id = ${id} and ${reaches(ctx, 'quality.review', 'r')} for update of q`.execute(ctx.db);
  const [dispute] = rows;
  const review = dispute && (await lockReview(ctx, dispute.reviewId));
  if (!dispute || !review) return fail('quality.no_such_dispute');
  if (dispute.isDecided) return fail('quality.decided_already');
  if ([review.reviewerId, review.staffId].includes(me(ctx))) return fail('quality.own_review');
  const { item } = dispute;
  const asked = itemsOf(review.groups, review.applies).find(({ key }) => key === item);
  if (!asked || !takes(asked, answer)) return fail('quality.wrong_answer');
  // quality_answers_pkey, quality_reviews_pkey
  await sql`
    update quality_answers
    set    answer = ${answer},
           reason = case when filled is null or filled = ${answer} then '' else ${words} end
    where  review_id = ${review.id} and item = ${item}`.execute(ctx.db);
  const { score, isZeroed } = await scoreNow(ctx, review);
  if (score === null) return fail('quality.weighs_nothing');
  await sql`
    update quality_reviews set score = ${score}, is_zeroed = ${isZeroed}, version = version + 1
    where  id = ${review.id}`.execute(ctx.db);
  await sql`
    update quality_disputes
    set    decided_by = ${me(ctx)}, decided_at = ${ctx.clock.now()}, answer_after = ${answer},
           decision_words = ${words}
    where  id = ${id}`.execute(ctx.db);
  await emit(ctx, {
    type: 'quality.dispute_decided',
    subject: { kind: 'quality_review', id: review.id },
    facts: { item, answer, score, staffId: review.staffId },
  });
  return ok({ id, score, isZeroed });
}
