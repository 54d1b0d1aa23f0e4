import { sql } from 'kysely';

/** What became of an outgoing message `o`, as a sale tells it. */
export const sendingState = sql<string>`
  case when o.state in ('waiting', 'sending') then 'leaving' else o.state end`;
