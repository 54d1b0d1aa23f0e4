import { sql } from 'kysely';
import { signKinds } from '../signs/signs.ts';

/** Somebody said it, or did it; no sign alone told of it. */
export const isSaidWish = sql`(c.source <> all(${[...signKinds]}::text[]))`;

/**
 * Which cases `c` of subscribers `s` are counted: no mistakes; of a wish that came again within 90
 * days, the latest.
 */
export const isCountedWish = sql`(c.outcome is distinct from 'mistake' and not exists (
  select from subscribers m join retention_cases n on n.subscriber_id = m.id
  where  m.root_id = s.root_id and n.opened_at > c.opened_at
  and    n.opened_at < c.opened_at + interval '90 days'
  and    n.outcome is distinct from 'mistake'))`;
