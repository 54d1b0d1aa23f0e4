import { type RawBuilder, sql } from 'kysely';

/**
 * Whether somebody has said on a call of a play that they want to hear of nothing for ever.
 * @param root the id of a root, as SQL
 */
export const hasSaidNever = (root: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  exists (
    -- subscribers_root (root_id), play_tasks_subscriber
    select from subscribers o join play_tasks n on n.subscriber_id = o.id
    where  o.root_id = ${root} and n.outcome = 'never')`;
