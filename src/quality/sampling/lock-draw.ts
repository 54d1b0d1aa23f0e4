import { sql } from 'kysely';
import { conversationsWithin, me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';

export type Draw = {
  id: number;
  weekOn: string;
  staffId: number;
  teamId: number | null;
  conversationId: number;
  kind: string;
  state: 'waiting' | 'spare' | 'skipped' | 'reviewed';
  reviewId: number | null;
  reviewerId: number | null;
  /** Somebody else has begun who is still here; what one who left has begun is anybody’s. */
  isTaken: boolean;
};

/** A drawn contact of another’s in reach, locked; nobody judges their own. */
export async function lockDraw(ctx: Ctx, id: number): Promise<Result<Draw>> {
  // First the lock, then what stands after whoever held it. quality_draws_pkey
  await sql`select from quality_draws where id = ${id} for update`.execute(ctx.db);
  // conversations_pkey, quality_reviews_draw_id_key
  const { rows } = await sql<Draw>`
    select d.id, d.week_on, d.staff_id, d.team_id, d.conversation_id, d.kind, d.state,
           r.id as review_id, r.reviewer_id,
           coalesce(r.reviewer_id <> ${me(ctx)} and v.disabled_at is null, false) as is_taken
    from   quality_draws d
    join   conversations c on c.id = d.conversation_id
    left   join quality_reviews r on r.draw_id = d.id
    left   join staff v on v.id = r.reviewer_id
    where  d.id = ${id} and d.state <> 'spare'
    and    ${reaches(ctx, 'quality.review', 'd')} and ${conversationsWithin(ctx)}`.execute(ctx.db);
  const [draw] = rows;
  if (!draw) return fail('quality.no_such_draw');
  if (draw.staffId === me(ctx)) return fail('quality.own_contact');
  return ok(draw);
}
