import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockGuided } from './lock-guided.ts';
import { recommendNow } from './recommend-now.ts';
import { unpaid, writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; metres: number };

/**
 * Says how many metres of cable the house needs: by them its connection is priced, and a line that
 * does not reach so far is none.
 */
export async function setMetres(
  ctx: Ctx,
  { id, version, metres }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const row = { ...locked.value, metres };
  const forgotten = await recommendNow(ctx, row);
  return ok(await writeGuided(ctx, row, { metres, ...unpaid, ...forgotten }));
}
