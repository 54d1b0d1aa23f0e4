import { type RawBuilder, sql } from 'kysely';
import type { KeptKind } from '../discounts/kinds.ts';
import { lastMonth } from './last-month.ts';

// How a member `b` of `loyalty_members` stands: the same on their card and on their own page.

/** The next level above the one they hold, `v` or none, and what is missing to it. */
export const nextLevel = sql`(
  select jsonb_build_object('name', n.name, 'missing', n.from_points - b.year_points)
  from   loyalty_levels n
  where  n.from_points > greatest(b.year_points, coalesce(v.from_points, 0))
  order  by n.from_points limit 1)`;

/** Months in time in a row. */
export const monthsInTime = sql`coalesce((
  select m.streak from ${lastMonth(sql`k.root_id = b.subscriber_id`)} m), 0)`;

/** Points that are earned, but cannot be spent yet. */
export const pendingPoints = sql`coalesce((
  -- subscribers_root (root_id), point_earnings_subscriber (subscriber_id, earned_on desc)
  select sum(e.points) from subscribers k join point_earnings e on e.subscriber_id = k.id
  where  k.root_id = b.subscriber_id and e.state = 'pending'), 0)::bigint`;

/** How many percent are kept off for them. */
export const keptPercent = (kind: KeptKind): RawBuilder<number> => sql<number>`coalesce((
  -- kept_discounts_standing (subscriber_id, kind) where ended_on is null
  select k.percent from kept_discounts k
  where  k.subscriber_id = b.subscriber_id and k.kind = ${kind} and k.ended_on is null), 0)`;
