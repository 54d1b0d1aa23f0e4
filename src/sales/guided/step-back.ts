import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockGuided } from './lock-guided.ts';
import { writeGuided } from './write-guided.ts';

/** Goes back to the step before; what was answered is kept. */
export async function stepBack(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const { path } = locked.value;
  if (path.length < 2) return fail('sales.guided_at_start');
  return ok(await writeGuided(ctx, locked.value, { path: path.slice(0, -1) }));
}
