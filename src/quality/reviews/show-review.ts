import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { reviewsApi } from '../api/reviews.ts';
import { readable, reaches } from '../reach.ts';
import { contactColumns } from '../sampling/list-draws.ts';

type Review = z.input<(typeof reviewsApi)['GET /api/quality-reviews/{id}']['output']>;
type Head = Omit<Review, 'answers' | 'notes' | 'disputes'>;

/** One judged contact, for whoever judges it, whoever is judged, and whoever leads them. */
export async function showReview(ctx: Ctx, { id }: { id: number }): Promise<Result<Review>> {
  const mayDecide = reachOf(ctx.actor, 'quality.review') !== null;
  // quality_reviews_pkey, quality_draws_pkey, quality_cards_pkey, quality_card_versions_pkey
  const { rows } = await sql<Head>`
    select r.id, r.version, r.draw_id, ${contactColumns},
           jsonb_build_object('id', w.id, 'name', w.name) as reviewer,
           jsonb_build_object('id', k.id, 'name', k.name, 'version', v.version,
                              'groups', v.groups) as card,
           r.applies, r.words, r.score, r.is_zeroed, r.started_at, r.finished_at,
           r.reviewer_id = ${me(ctx)} as is_mine, r.staff_id = ${me(ctx)} as is_of_me,
           ${mayDecide} and r.reviewer_id <> ${me(ctx)} and r.staff_id <> ${me(ctx)}
             and ${reaches(ctx, 'quality.review', 'r')} as can_decide
    from   quality_reviews r
    join   quality_draws d on d.id = r.draw_id
    join   conversations c on c.id = d.conversation_id
    join   staff a on a.id = r.staff_id
    join   staff w on w.id = r.reviewer_id
    join   quality_cards k on k.id = r.card_id
    join   quality_card_versions v on v.card_id = r.card_id and v.version = r.card_version
    where  r.id = ${id} and ${readable(ctx)}`.execute(ctx.db);
  const [head] = rows;
  if (!head) return fail('quality.no_such_review');
  const [answers, notes, disputes] = await Promise.all([
    answersOf(ctx, id),
    notesOf(ctx, id),
    disputesOf(ctx, id),
  ]);
  return ok({ ...head, answers, notes, disputes });
}

async function answersOf(ctx: Ctx, id: number): Promise<Review['answers']> {
  // quality_answers_pkey (review_id, item)
  const { rows } = await sql<Review['answers'][number]>`
    select item, answer, filled, reason,
           case when filled is not null then jsonb_build_object(
             'kind', source_kind, 'id', source_id, 'at', source_at) end as source
    from   quality_answers where review_id = ${id} order by item`.execute(ctx.db);
  return rows;
}

async function notesOf(ctx: Ctx, id: number): Promise<Review['notes']> {
  // quality_notes_review (review_id, id)
  const { rows } = await sql<Review['notes'][number]>`
    select id, message_id, call_id, recording_id, second, words
    from   quality_notes where review_id = ${id} order by recording_id, second, id limit 500`.execute(
    ctx.db,
  );
  return rows;
}

async function disputesOf(ctx: Ctx, id: number): Promise<Review['disputes']> {
  // quality_disputes_review_id_item_key
  const { rows } = await sql<Review['disputes'][number]>`
    select q.id, q.item, q.words, q.asked_at, q.answer_before, q.score_before, q.answer_after,
           case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end
             as decided_by,
           q.decided_at, q.decision_words
    from   quality_disputes q left join staff s on s.id = q.decided_by
    where  q.review_id = ${id} order by q.id`.execute(ctx.db);
  return rows;
}
