import { type RawBuilder, sql } from 'kysely';

/**
 * The last month that was counted of somebody, of `is_in_time` and `streak`, as a FROM: of several
 * records of theirs that with the longest row, for a merge shortens none.
 * @param which a condition on their records, `subscribers k`
 * @param before `YYYY-MM-DD`, where it is the last before a month
 */
export const lastMonth = (
  which: RawBuilder<unknown>,
  before: string | null = null,
): RawBuilder<unknown> => sql`(
  -- subscribers_root (root_id), paid_months_subscriber (subscriber_id, month desc)
  select n.is_in_time, n.streak
  from   subscribers k
  cross  join lateral (
    select x.month, x.is_in_time, x.streak from paid_months x
    where  x.subscriber_id = k.id and ${before === null ? sql`true` : sql`x.month < ${before}`}
    order  by x.month desc limit 1) n
  where  ${which}
  order  by n.month desc, n.streak desc limit 1)`;
