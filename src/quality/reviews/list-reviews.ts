import { sql } from 'kysely';
import type { z } from 'zod';
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
  const [at = '', id = ''] = (cursor ?? '').split(' ');
  const isAfter = /^\d{1,15}$/u.test(id) && !Number.isNaN(Date.parse(at));
  // quality_reviews_finished (finished_at desc, id desc) where finished_at is not null,
  // quality_disputes_review_id_item_key
  const { rows } = await sql<Listed['reviews'][number] & { finishedAt: Date }>`
    select r.id, ${contactColumns}, r.score, r.is_zeroed, k.name as card,
           date_trunc('milliseconds', r.finished_at) as finished_at,
           q.all_of as disputes, q.open_of as open_disputes
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
    and    (${isDisputed !== 'true'} or q.open_of > 0)
    and    (${!isAfter} or (date_trunc('milliseconds', r.finished_at), r.id)
                             < (${isAfter ? at : null}::timestamptz, ${isAfter ? id : null}::bigint))
    order  by date_trunc('milliseconds', r.finished_at) desc, r.id desc
    limit  ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    last && rows.length > limit ? `${last.finishedAt.toISOString()} ${last.id}` : null;
  return ok({ reviews: shown, nextCursor });
}
