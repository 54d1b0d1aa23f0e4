import { sql } from 'kysely';

/** The state of a quote `q` of a deal `d`: what is open under a closed deal is as if withdrawn. */
export const stateNow = sql<string>`
  case when q.state = 'offered' and d.state <> 'open' then 'withdrawn' else q.state end`;

/** Whether it still says something: what was accepted, and what may be until its last day. */
export const isHolding = (day: string) => sql<boolean>`
  (q.state = 'accepted' or (q.state = 'offered' and d.state = 'open' and q.valid_until >= ${day}))`;
