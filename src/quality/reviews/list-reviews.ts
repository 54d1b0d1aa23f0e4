import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { reviewsApi } from '../api/reviews.ts';
import { reaches } from '../reach.ts';
import { contactColumns } from '../sampling/list-draws.ts';

type Route = (typeof reviewsApi)['GET /api/quality-reviews'];
type Listed = z.output<Route['output']>;

/** Judged contacts in reach, the newest first, page after page by the moment of finishing. */
export async function listReviews(
  ctx: Ctx,
  { cursor, limit, isDisputed }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const isOpen = sql`exists (
    select from quality_disputes p where p.review_id = r.id and p.decided_at is null)`;
  const isAfter = place.value && sql`(r.finished_at, r.id) < (${sql.join(place.value)})`;
  // quality_reviews_finished (finished_at desc, id desc) where finished_at is not null,
  // quality_disputes_review_id_item_key
  const { rows } = await sql<Listed['reviews'][number] & { finishedAt: Date }>`
    select r.id, ${contactColumns}, r.score, r.is_zeroed, k.name as card,
           r.finished_at, q.all_of as disputes, q.open_of as open_disputes
    from   quality_reviews r
    join   quality_draws d on d.id = r.draw_id
    join   conversations c on c.id = d.conversation_id
    join   staff a on a.id = r.staff_id
    join   quality_cards k on k.id = r.card_id
    cross  join lateral (
             select count(*)::int as all_of,
                    count(*) filter (where p.decided_at is null)::int as open_of
             from   quality_disputes p where p.review_id = r.id) q
    where  r.finished_at is not null and ${reaches(ctx, 'quality.view', 'r')}
    and    ${isDisputed === 'true' ? isOpen : sql`true`} and ${isAfter ?? sql`true`}
    order  by r.finished_at desc, r.id desc
    limit  ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    last && rows.length > limit ? makeCursor([last.finishedAt.toISOString(), last.id]) : null;
  return ok({ reviews: shown, nextCursor });
}
