import { sql } from 'kysely';

/** The state of a quote `q` of a deal `d`: what is open under a closed deal is as if withdrawn. */
export const stateNow = sql<string>`
  case when q.state = 'offered' and d.state <> 'open' then 'withdrawn' else q.state end`;
