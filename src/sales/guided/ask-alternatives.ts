import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockGuided } from './lock-guided.ts';
import { writeGuided } from './write-guided.ts';

/** Notes that other tariffs were asked for; only then they are shown. */
export async function askAlternatives(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const alternativesAskedAt = locked.value.alternativesAskedAt ?? ctx.clock.now();
  return ok(await writeGuided(ctx, locked.value, { alternativesAskedAt }));
}
