import { sql } from 'kysely';
import { z } from 'zod';
import { conversationsWithin, me } from '../../conversations/index.ts';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { samplingApi } from '../api/sampling.ts';
import { reaches } from '../reach.ts';

type Route = (typeof samplingApi)['GET /api/quality-draws'];
type Listed = z.input<Route['output']>;

/** What a drawn `quality_draws d` of `staff a` and `conversations c` shows. */
export const contactColumns = sql`
  jsonb_build_object('id', a.id, 'name', a.name) as staff, d.conversation_id, c.number,
  d.channel, d.length, d.kind, d.week_on`;

/** Where a page ends: the week, whose contact, and which of theirs. */
const DrawPlace = z.tuple([DateOnly, z.int(), z.int()]);

/** Drawn contacts of others that wait to be judged, the oldest week first. */
export async function listDraws(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const after = placeAfter(cursor, DrawPlace);
  if (!after.ok) return after;
  const isAfter = after.value && sql`(d.week_on, d.staff_id, d.place) > (${sql.join(after.value)})`;
  // quality_draws_waiting (week_on, staff_id, place) where state = 'waiting', staff_pkey,
  // conversations_pkey, quality_reviews_draw_id_key
  const { rows } = await sql<Listed['draws'][number] & { place: number }>`
    select d.id, d.place, ${contactColumns},
           case when v.id is not null then jsonb_build_object(
             'id', r.id, 'reviewer', jsonb_build_object('id', v.id, 'name', v.name)) end as review
    from   quality_draws d
    join   staff a on a.id = d.staff_id
    join   conversations c on c.id = d.conversation_id
    left   join quality_reviews r on r.draw_id = d.id
    left   join staff v on v.id = r.reviewer_id and v.disabled_at is null
    where  d.state = 'waiting' and d.staff_id <> ${me(ctx)}
    and    ${reaches(ctx, 'quality.review', 'd')} and ${conversationsWithin(ctx)}
    and    ${isAfter ?? sql`true`}
    order  by d.week_on, d.staff_id, d.place limit ${limit + 1}`.execute(ctx.db);
  const draws = rows.slice(0, limit);
  const last = rows.length > limit ? draws.at(-1) : undefined;
  const nextCursor = last ? makeCursor([last.weekOn, last.staff.id, last.place]) : null;
  return ok({ draws, nextCursor });
}
