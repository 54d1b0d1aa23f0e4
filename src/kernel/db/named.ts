import { type RawBuilder, sql } from 'kysely';

/** What a row of a joined table is called, as `{ id, name }`; null where there is none. */
export function named(alias: string): RawBuilder<unknown> {
  const [id, name] = [sql.ref(`${alias}.id`), sql.ref(`${alias}.name`)];
  return sql`case when ${id} is not null then jsonb_build_object('id', ${id}, 'name', ${name}) end`;
}
