import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockOpenCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

/** Says that somebody has spoken with them: the norm is kept, and a planned call is over. */
export async function noteSpoken(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const spokenAt = locked.value.spokenAt ?? ctx.clock.now();
  const told = { type: 'retention.spoken' } as const;
  return ok({
    id,
    version: await writeCase(ctx, locked.value, { spokenAt, callAt: null }, told),
  });
}
