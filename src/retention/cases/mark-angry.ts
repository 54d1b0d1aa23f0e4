import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockOpenCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

/** Marks somebody as angry, or takes that back: they are offered nothing. */
export async function markAngry(
  ctx: Ctx,
  { id, version, isAngry }: { id: number; version: number; isAngry: boolean },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const told = { type: 'retention.mood_marked', facts: { isAngry } } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, { isAngry }, told) });
}
