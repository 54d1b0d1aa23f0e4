import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockAccount } from '../find-account.ts';
import { liftLimits } from './limit-for-debt.ts';

/** Lifts a limit by hand; the debt's steps go on with the next. */
export async function liftLimit(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  return (await liftLimits(ctx, [id])) === 1 ? ok({}) : fail('billing.not_limited');
}
