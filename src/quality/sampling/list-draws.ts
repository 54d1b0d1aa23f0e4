import { sql } from 'kysely';
import type { z } from 'zod';
import { conversationsWithin, me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { samplingApi } from '../api/sampling.ts';
import { reaches } from '../reach.ts';

type Listed = z.input<(typeof samplingApi)['GET /api/quality-draws']['output']>;

/** So many are told at once; they are worked off from the oldest on. */
const MOST_AT_ONCE = 200;

/** What a drawn `quality_draws d` of `staff a` and `conversations c` shows. */
export const contactColumns = sql`
  jsonb_build_object('id', a.id, 'name', a.name) as staff, d.conversation_id, c.number,
  d.channel, d.length, d.kind, d.week_on`;

/** Drawn contacts of others that wait to be judged, the oldest week first. */
export async function listDraws(ctx: Ctx): Promise<Result<Listed>> {
  // quality_draws_waiting (week_on, staff_id, place) where state = 'waiting', staff_pkey,
  // conversations_pkey, quality_reviews_draw_id_key
  const { rows } = await sql<Listed['draws'][number]>`
    select d.id, ${contactColumns},
           case when v.id is not null then jsonb_build_object(
             'id', r.id, 'reviewer', jsonb_build_object('id', v.id, 'name', v.name)) end as review
    from   quality_draws d
    join   staff a on a.id = d.staff_id
    join   conversations c on c.id = d.conversation_id
    left   join quality_reviews r on r.draw_id = d.id
    left   join staff v on v.id = r.reviewer_id and v.disabled_at is null
    where  d.state = 'waiting' and d.staff_id <> ${me(ctx)}
    and    ${reaches(ctx, 'quality.review', 'd')} and ${conversationsWithin(ctx)}
    order  by d.week_on, d.staff_id, d.place limit ${MOST_AT_ONCE}`.execute(ctx.db);
  return ok({ draws: rows });
}
