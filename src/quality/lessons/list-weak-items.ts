import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { reaches } from '../reach.ts';
import { titlesOf } from './titles-of.ts';
import { LATELY_DAYS, worth } from './worth.ts';

type Weak = z.input<(typeof lessonsApi)['GET /api/quality-weak-items']['output']>['weak'];

/** So many of the newest answers are looked at, and fewer than so many tell nothing. */
const [LATEST, LEAST] = [10, 3];
/** An item that was worth less than this on average is weak. */
const WEAK_BELOW = 0.7;
const MOST_SHOWN = 300;

/**
 * What people in reach have done badly lately, the weakest first, with the newest lesson on it.
 * Contacts from before such a lesson was passed do not count any more.
 */
export async function listWeakItems(ctx: Ctx): Promise<Result<{ weak: Weak }>> {
  const since = new Date(ctx.clock.now().getTime() - LATELY_DAYS * 86_400_000);
  // quality_reviews_finished (finished_at desc, id desc) where finished_at is not null,
  // quality_answers_pkey (review_id, item), quality_draws_pkey, conversations_pkey,
  // quality_assignments_staff, quality_assignments_open
  const { rows } = await sql<Omit<Weak[number], 'title'>>`
    with answered as (
      select r.id, r.staff_id, a.item, ${worth} as worth, c.closed_at,
             row_number() over (partition by r.staff_id, a.item
                                order by c.closed_at desc, r.id desc) as nth
      from   quality_reviews r
      join   quality_answers a on a.review_id = r.id and a.answer <> 'na'
      join   quality_draws d on d.id = r.draw_id
      join   conversations c on c.id = d.conversation_id
      where  r.finished_at >= ${since} and ${reaches(ctx, 'quality.view', 'r')}
      and    not exists (select from quality_assignments p
                         join   quality_lessons o on o.id = p.lesson_id
                         where  p.staff_id = r.staff_id and p.passed_at > c.closed_at
                         and    a.item = any(o.items))
    ), weak as (
      select staff_id, item, count(*)::int as answers, avg(worth) as share,
             (array_agg(id order by closed_at desc) filter (where worth < 1))[1:5] as review_ids
      from   answered where nth <= ${LATEST}
      group  by staff_id, item having count(*) >= ${LEAST} and avg(worth) < ${WEAK_BELOW}
    )
    select jsonb_build_object('id', m.id, 'name', m.name) as staff, w.item, w.answers, w.share,
           w.review_ids, m.id = ${me(ctx)} as is_mine, n.assignment_id,
           case when n.id is not null then jsonb_build_object('id', n.id, 'name', n.name) end
             as lesson
    from   weak w
    join   staff m on m.id = w.staff_id and m.disabled_at is null
    left   join lateral (
             select l.id, l.name, s.id as assignment_id
             from   quality_lessons l
             left   join quality_assignments s on s.lesson_id = l.id and s.staff_id = w.staff_id
                    and s.passed_at is null and s.cancelled_at is null
             where  l.archived_at is null and w.item = any(l.items)
             order  by s.id is null, l.id desc limit 1) n on true
    order  by w.share, w.answers desc, m.name, w.item limit ${MOST_SHOWN}`.execute(ctx.db);
  const titles = await titlesOf(ctx, [...new Set(rows.map(({ item }) => item))]);
  return ok({ weak: rows.map((row) => ({ ...row, title: titles.get(row.item) ?? row.item })) });
}
