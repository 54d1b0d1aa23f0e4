import { sql } from 'kysely';

/** The conversation that an id leads to: itself, or what it was merged into. */
export const rootOf = (id: number) => sql`coalesce(
  (select root_id from conversations where id = ${id}), ${id}::bigint)`;

/** A root and everything that was merged into it. Served by conversations_root and the key. */
export const clusterOf = (rootId: number) => sql`(
  select id from conversations where id = ${rootId} or root_id = ${rootId})`;
