import { sql } from 'kysely';
import type pg from 'pg';
import type { Ctx } from '../../kernel/context.ts';

/** Makes a connection the import's only runner, for as long as it lives; false when one is. */
export async function lockImport(
  client: pg.PoolClient,
  ctx: Ctx,
  importId: number,
): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as ours',
    [lockName(ctx, importId)],
  );
  return rows[0]?.ours ?? false;
}

const lockName = (ctx: Ctx, importId: number): string =>
  `${ctx.operator.schema} import ${importId}`;

/** Whether a runner is at an import now, however long its step takes. */
export async function isBeingRun(ctx: Ctx, importId: number): Promise<boolean> {
  // Taken for a moment only: till the end of the statement, or of the sweep that asks.
  const { rows } = await sql<{ isFree: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${lockName(ctx, importId)}, 0)) as is_free`.execute(
    ctx.db,
  );
  return !rows[0]?.isFree;
}
