import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { scoreRisk } from './score-risk.ts';
import { putInForce, versionInForce } from './store-version.ts';

/** Puts a version in force, a newer one or one from before; all are scored anew by it. */
export async function activateVersion(
  ctx: Ctx,
  { id, reason }: { id: number; reason: string },
): Promise<Result<Record<string, never>>> {
  // Two that activate at once stand one after the other.
  await ctx.db.selectFrom('riskSettings').select('version').forUpdate().execute();
  const version = await ctx.db
    .selectFrom('riskVersions')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!version) return fail('retention.no_such_version');
  if ((await versionInForce(ctx))?.id === id) return fail('retention.in_force');
  await putInForce(ctx, id, reason);
  await enqueue(ctx, scoreRisk, {});
  return ok({});
}
