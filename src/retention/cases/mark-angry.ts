import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { casesApi } from '../api/cases.ts';
import { lockOpenCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

type Input = z.output<(typeof casesApi)['PUT /api/cases/{id}/mood']['input']>;

/**
 * Marks somebody as angry, or as one who says it again, or takes that back: while they are, they
 * are offered nothing.
 */
export async function markAngry(
  ctx: Ctx,
  { id, version, ...marks }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const { isAngry, isRepeated } = { ...locked.value, ...marks };
  const set = { isAngry, isRepeated };
  const told = { type: 'retention.mood_marked', facts: set } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, set, told) });
}
