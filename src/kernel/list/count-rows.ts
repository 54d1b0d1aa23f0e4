import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { timedRead } from '../db/timed-read.ts';
import type { OpenFields } from './open-fields.ts';
import type { Source } from './source.ts';

export type Count = { count: number; isEstimate: boolean };

/** Up to here rows are counted one by one; a greater number is only read as "many" anyway. */
export const exactLimit = 10_000;
/**
 * How many rows an estimate looks at, so that a share of a hundredth is right to about one in
 * fourteen; fewer where each row asks other tables, too.
 */
const sampleRows = 20_000;
const sampleRowsAsking = 4_000;

const countLimitMs = 1_000;
const sampleLimitMs = 500;

/** How many rows match: exactly up to 10,000, else estimated, in bounded time either way. */
export async function countRows(ctx: Ctx, open: OpenFields, source: Source): Promise<Count> {
  const count = await timedRead(ctx, countLimitMs, async (timed) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count
      from (select from ${source.from} where ${source.where}
            limit ${exactLimit + 1}) counted`.execute(timed.db);
    return rows[0]?.count ?? 0;
  });
  if (count !== undefined && count <= exactLimit) return { count, isEstimate: false };
  const estimate = await estimateRows(ctx, open, source);
  const atLeast = count === undefined ? 0 : exactLimit + 1;
  return { count: Math.max(atLeast, Math.round(estimate)), isEstimate: true };
}

async function estimateRows(ctx: Ctx, open: OpenFields, source: Source): Promise<number> {
  const sampled = await sampleCounts(ctx, open, source, null);
  const found = sampled?.get(null) ?? 0;
  return found > 0 ? found : expectedRows(ctx, source);
}

/**
 * How many rows match in all, by the share of them among the rows of some pages of the table: for
 * each value of an expression, or together where it is null.
 * @returns undefined when even that took too long
 */
export async function sampleCounts(
  ctx: Ctx,
  { entity }: OpenFields,
  source: Source,
  value: string | null,
): Promise<Map<string | null, number> | undefined> {
  return timedRead(ctx, sampleLimitMs, async (timed) => {
    const size = await tableRows(timed, entity.table);
    const looked = source.isPlain ? sampleRows : sampleRowsAsking;
    const percent = Math.min(100, (100 * looked) / Math.max(1, size));
    const pages = sql.raw(`tablesample system (${percent}) repeatable (1)`);
    const by = sql.raw(value === null ? 'null::text' : `(${value})::text`);
    // As a filter of the count, a question about other tables is asked of these rows only.
    const { rows } = await sql<{ value: string | null; found: number; seen: number }>`
      select ${by} as value, count(*) filter (where ${source.whereEach}) as found, count(*) as seen
      from ${source.part(pages)} group by 1`.execute(timed.db);
    const seen = rows.reduce((sum, row) => sum + row.seen, 0);
    const found = rows.filter((row) => row.found > 0);
    return new Map(found.map((row) => [row.value, (row.found / seen) * size]));
  });
}

/** How many rows the table had when PostgreSQL last looked. */
async function tableRows(ctx: Ctx, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select greatest(reltuples, 0)::bigint as rows
    from pg_class where oid = to_regclass(${table})`.execute(ctx.db);
  return rows[0]?.rows ?? 0;
}

/** What PostgreSQL's planner expects, from its statistics alone. */
export async function expectedRows(ctx: Ctx, source: Source): Promise<number> {
  const { rows } = await sql<Record<string, { Plan?: { 'Plan Rows'?: number } }[]>>`
    explain (format json) select from ${source.from} where ${source.where}`.execute(ctx.db);
  const [plan] = Object.values(rows[0] ?? {});
  return plan?.[0]?.Plan?.['Plan Rows'] ?? 0;
}
