import { type RawBuilder, sql } from 'kysely';

/**
 * The days after one on which somebody had nothing any more, as `root_id` and `left_on`: by what
 * the record says, by their accounts and by the cases of those who left. Whoever came back had left
 * all the same, and the record forgets it.
 */
const leavings = (after: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  -- subscribers_left (left_on), accounts_closed (closed_on), retention_cases_left (left_on),
  -- subscribers_root (root_id), accounts_subscriber, retention_cases_subscriber
  select s.id as root_id, s.left_on from subscribers s
  where  s.merged_into_id is null and s.left_on > ${after}
  union  all
  select m.root_id, a.closed_on
  from   accounts a join subscribers m on m.id = a.subscriber_id
  where  a.closed_on > ${after} and not a.is_taken_back and not exists (
    select from subscribers q join accounts o on o.subscriber_id = q.id
    where  q.root_id = m.root_id and not o.is_taken_back and o.created_at::date <= a.closed_on + 1
    and    coalesce(o.closed_on, 'infinity') > a.closed_on)
  union  all
  select m.root_id, c.left_on
  from   retention_cases c join subscribers m on m.id = c.subscriber_id
  where  c.outcome = 'left' and c.left_on > ${after} and not exists (
    select from subscribers q join accounts o on o.subscriber_id = q.id
    where  q.root_id = m.root_id and not o.is_taken_back and o.created_at::date <= c.left_on
    and    coalesce(o.closed_on, 'infinity') > c.left_on + 1)`;

/** The first such day of a root after another; null where there is none. */
export const firstLeaving = (
  root: RawBuilder<unknown>,
  after: RawBuilder<unknown>,
): RawBuilder<string | null> => sql`
  (select min(g.left_on) from (${leavings(after)}) g where g.root_id = ${root})`;

/** The latest such day after another up to a third, of everybody: `root_id` and `left_on`. */
export const latestLeavings = (
  after: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select g.root_id, max(g.left_on) as left_on from (${leavings(after)}) g
  where  g.left_on <= ${until} group by g.root_id`;
