import { sql } from 'kysely';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CardGroup } from '../cards/groups.ts';
import type { Answer } from '../kinds.ts';
import { type Scored, scoreCard } from './score-card.ts';

export type Locked = {
  id: number;
  version: number;
  drawId: number;
  conversationId: number;
  staffId: number;
  reviewerId: number;
  finishedAt: Date | null;
  applies: string[];
  groups: CardGroup[];
};

/** A review with the card by which it is made, locked; who may do what, the caller asks. */
export async function lockReview(ctx: Ctx, id: number): Promise<Locked | undefined> {
  // quality_reviews_pkey, quality_draws_pkey, quality_card_versions_pkey
  const { rows } = await sql<Locked>`
    select r.id, r.version, r.draw_id, d.conversation_id, r.staff_id, r.reviewer_id,
           r.finished_at, r.applies, v.groups
    from   quality_reviews r
    join   quality_draws d on d.id = r.draw_id
    join   quality_card_versions v on v.card_id = r.card_id and v.version = r.card_version
    where  r.id = ${id} for update of r`.execute(ctx.db);
  return rows[0];
}

/** One that the actor is making and has not finished. */
export async function lockOpen(ctx: Ctx, id: number, version?: number): Promise<Result<Locked>> {
  const review = await lockReview(ctx, id);
  if (!review || review.reviewerId !== me(ctx)) return fail('quality.no_such_review');
  if (review.finishedAt) return fail('quality.finished_already');
  if (version !== undefined && review.version !== version) return fail('quality.changed_meanwhile');
  return ok(review);
}

/**
 * The drawn contact of a review, locked before the review itself, as whoever leaves it out does: so
 * that neither waits for the other.
 */
export async function lockDrawOf(ctx: Ctx, reviewId: number): Promise<void> {
  // quality_reviews_pkey, quality_draws_pkey
  await sql`
    select from quality_draws
    where  id = (select draw_id from quality_reviews where id = ${reviewId})
    for    update`.execute(ctx.db);
}

/** What a review comes to by its answers as they stand. */
export async function scoreNow(ctx: Ctx, { id, groups, applies }: Locked): Promise<Scored> {
  // quality_answers_pkey (review_id, item)
  const { rows } = await sql<{ item: string; answer: Answer }>`
    select item, answer from quality_answers where review_id = ${id}`.execute(ctx.db);
  return scoreCard(groups, applies, new Map(rows.map(({ item, answer }) => [item, answer])));
}
