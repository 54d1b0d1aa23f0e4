import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type At, lockTerms, writeTerms } from './lock-terms.ts';

/** Refuses terms that were proposed. */
export async function refuseTerms(
  ctx: Ctx,
  { reason, ...at }: At & { reason: string },
): Promise<Result<At>> {
  const locked = await lockTerms(ctx, at, 'vip.approve');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'proposed') return fail('vip.decided_already');
  const set = { state: 'refused', endReason: reason, decidedAt: ctx.clock.now() } as const;
  return writeTerms(ctx, locked.value, set, { type: 'vip.terms_refused', reason });
}
