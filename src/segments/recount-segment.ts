import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { lockRow } from './segment-rows.ts';

/** Has a dynamic segment counted by the next sweep, before its time. */
export async function recountSegment(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const row = await lockRow(ctx, id);
  if (!row || row.archivedAt) return fail('segments.not_found');
  if (row.kind === 'static') return fail('segments.kept_by_hand');
  await sql`update segments set next_at = ${ctx.clock.now()} where id = ${id}`.execute(ctx.db);
  return ok({});
}
