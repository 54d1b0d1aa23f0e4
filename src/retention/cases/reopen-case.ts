import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { hasLeft } from './has-left.ts';
import { lockCase, lockOpenOf } from './lock-case.ts';
import { writeCase } from './write-case.ts';

/** Opens a case again that was closed too soon; who has left comes back by another way. */
export async function reopenCase(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (row.state === 'open') return fail('retention.case_open');
  if (row.outcome === 'left' || (await hasLeft(ctx, row.subscriberId))) {
    return fail('retention.has_left');
  }
  if (row.outcome === 'left_part') return fail('retention.left_in_part');
  const standing = await lockOpenOf(ctx, row.subscriberId);
  if (standing) return fail('retention.another_open', { number: standing.id });
  const set = {
    state: 'open' as const,
    outcome: null,
    closedAt: null,
    closedBy: null,
    isHereMonth: null,
    isHereQuarter: null,
  };
  const told = { type: 'retention.case_reopened' } as const;
  return ok({ id, version: await writeCase(ctx, row, set, told) });
}
