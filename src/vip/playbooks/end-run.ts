import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { PlaybookOutcome } from '../kinds.ts';
import { type At, close, lockRun } from './lock-run.ts';

/** Ends a walk before its last step. */
export async function endRun(
  ctx: Ctx,
  { outcome, ...at }: At & { outcome: PlaybookOutcome },
): Promise<Result<At>> {
  const locked = await lockRun(ctx, at);
  return locked.ok ? close(ctx, locked.value, outcome) : locked;
}
