import { type RawBuilder, sql } from 'kysely';

/**
 * Whether something given, `redemptions d` of `rewards w`, is not used yet: goods until they are
 * handed over, what billing gives on the same day, a coupon's code never once it was seen.
 */
export const canUndo = (day: string): RawBuilder<boolean> => sql<boolean>`
  (d.state = 'waiting' or (d.state = 'given' and w.kind <> 'coupon' and d.redeemed_on = ${day}))`;
