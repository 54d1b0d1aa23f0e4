import type { Technology } from '../../catalog/api.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockGuided } from './lock-guided.ts';
import { recommendNow } from './recommend-now.ts';
import { writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; technology: Technology; lineKbps: number };

/** Says what line can be had, as the agent knows it; what is to be recommended is then. */
export async function setLine(
  ctx: Ctx,
  { id, version, technology, lineKbps }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const row = { ...locked.value, technology, lineKbps };
  const forgotten = await recommendNow(ctx, row);
  return ok(await writeGuided(ctx, row, { technology, lineKbps, ...forgotten }));
}
