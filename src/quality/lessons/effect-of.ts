import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
} from '../../kernel/statistics/differences.ts';
import { LATELY_DAYS, worth } from './worth.ts';

/** Of fewer answers before or after nothing is told. */
const LEAST_ANSWERS = 5;

type Side = { count: number; mean: number | null; variance: number | null; whole: number };
type Effect = {
  before: { answers: number; share: number | null };
  after: { answers: number; share: number | null };
  difference: Difference | null;
};

/**
 * How a lesson's items were done before it was passed and after, by the day of the contact and not
 * of its review. It is no trial: whoever is weakest is given a lesson, and would on average do
 * better the next time without one too; the screen says so.
 * @param which a condition on `quality_assignments s` that are passed
 */
export async function effectOf(ctx: Ctx, which: RawBuilder<unknown>): Promise<Effect> {
  // quality_assignments_pkey, quality_assignments_passed, quality_reviews_staff,
  // quality_draws_pkey, conversations_pkey, quality_answers_pkey
  const { rows } = await sql<Side & { isAfter: boolean }>`
    select w.is_after, count(*)::int as count, avg(w.worth) as mean, var_samp(w.worth) as variance,
           count(*) filter (where w.worth in (0, 1))::int as whole
    from   (select c.closed_at > s.passed_at as is_after, ${worth} as worth
            from   quality_assignments s
            join   quality_lessons l on l.id = s.lesson_id
            join   quality_reviews r on r.staff_id = s.staff_id and r.finished_at is not null
            join   quality_draws d on d.id = r.draw_id
            join   conversations c on c.id = d.conversation_id
            join   quality_answers a on a.review_id = r.id and a.item = any(l.items)
            where  s.passed_at is not null and ${which}
            and    abs(extract(epoch from c.closed_at - s.passed_at))
                     < ${LATELY_DAYS * 86_400}::int) w
    where  w.worth is not null group by w.is_after`.execute(ctx.db);
  const none: Side = { count: 0, mean: null, variance: null, whole: 0 };
  const before = rows.find(({ isAfter }) => !isAfter) ?? none;
  const after = rows.find(({ isAfter }) => isAfter) ?? none;
  return {
    before: { answers: before.count, share: before.mean },
    after: { answers: after.count, share: after.mean },
    difference: differenceOf(before, after),
  };
}

/** Of yes and no alone it is one of shares; of points, of means. */
function differenceOf(before: Side, after: Side): Difference | null {
  if (Math.min(before.count, after.count) < LEAST_ANSWERS) return null;
  if (before.whole === before.count && after.whole === after.count) {
    return differenceOfShares(sharesOf(before), sharesOf(after));
  }
  return differenceOfMeans(sampleOf(before), sampleOf(after));
}

const sharesOf = ({ count, mean }: Side) => ({
  successes: Math.round((mean ?? 0) * count),
  tries: count,
});
const sampleOf = ({ count, mean, variance }: Side) => ({
  count,
  mean: mean ?? 0,
  variance: variance ?? 0,
});
