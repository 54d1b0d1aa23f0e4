import { type RawBuilder, sql } from 'kysely';

/** The conversation that an id leads to: itself, or what it was merged into. */
export const rootOf = (id: number) => sql`coalesce(
  (select root_id from conversations where id = ${id}), ${id}::bigint)`;

/** A root and everything that was merged into it. Served by conversations_root and the key. */
export const clusterOf = (rootId: number) => sql`(
  select id from conversations where id = ${rootId} or root_id = ${rootId})`;

/** The same of any id, root or part: whatever has become one with it. */
export const wholeOf = (id: number | RawBuilder<unknown>) => sql`(
  select w.id
  from   conversations a
  cross  join lateral (
           select coalesce(a.root_id, a.id) as id
           union  all
           select p.id from conversations p where p.root_id = coalesce(a.root_id, a.id)) w
  where  a.id = ${id})`;
