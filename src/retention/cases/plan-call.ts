import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockOpenCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

const LONGEST_AHEAD_MS = 31 * 86_400_000;

/** Keeps when they asked to be called; nothing takes that back. */
export async function planCall(
  ctx: Ctx,
  { id, version, callAt }: { id: number; version: number; callAt: string | null },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const at = callAt === null ? null : new Date(callAt);
  const ahead = at === null ? 0 : at.getTime() - ctx.clock.now().getTime();
  if (at !== null && (ahead <= 0 || ahead > LONGEST_AHEAD_MS)) {
    return fail('retention.time_past', {}, { callAt: 'retention.time_past' });
  }
  const told = { type: 'retention.call_planned', facts: { callAt: at } } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, { callAt: at }, told) });
}
