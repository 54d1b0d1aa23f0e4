import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

const partitioned = [
  { parent: 'events', column: 'recorded_at' },
  { parent: 'search_messages', column: 'happened_at' },
];

const monthName = (parent: string, month: Date): string =>
  `${parent}_${month.toISOString().slice(0, 7).replace('-', '_')}`;

const monthStart = (at: Date, plus = 0): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + plus, 1));

/**
 * Makes the month partitions from `from` to `to` that are missing. Rows of such a month that the
 * default partition caught stay there: PostgreSQL refuses to make the partition, and that is fine.
 */
export async function ensurePartitions(ctx: Ctx, from: Date, to: Date): Promise<void> {
  const { schema } = ctx.operator;
  const existing = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relispartition`.execute(ctx.db);
  const names = new Set(existing.rows.map((row) => row.name));
  for (const { parent, column } of partitioned) {
    for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) {
      const name = monthName(parent, month);
      if (names.has(name)) continue;
      const end = monthStart(month, 1);
      const caught = await sql`select 1 from ${sql.id(`${parent}_default`)}
        where ${sql.id(column)} >= ${month} and ${sql.id(column)} < ${end} limit 1`.execute(ctx.db);
      if (caught.rows.length > 0) continue;
      await sql`create table if not exists ${sql.id(name)} partition of ${sql.id(parent)}
        for values from (${sql.lit(month.toISOString())})
                     to (${sql.lit(end.toISOString())})`.execute(ctx.db);
    }
  }
}

/** The months ahead that must be there before their first event comes. */
export async function ensureComingPartitions(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await ensurePartitions(ctx, now, monthStart(now, 3));
}
