import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { keepVerification, lockCaller } from './lock-caller.ts';

/** Shows what is hidden though the caller was not verified; who did so and why stays on record. */
export async function letThrough(
  ctx: Ctx,
  { id, reason }: { id: number; reason: string },
): Promise<Result<Done>> {
  const caller = await lockCaller(ctx, id, 'conversations.let_through');
  if (!caller.ok) return caller;
  await keepVerification(ctx, caller.value, { means: 'none', result: 'overridden', reason });
  return ok({});
}
