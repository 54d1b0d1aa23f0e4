import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockCall } from './lock-call.ts';

/** Takes back what a call of care has come to, for a reason: it waits again, with what was said. */
export async function reopenCall(
  ctx: Ctx,
  { id, reason }: { id: number; reason: string },
): Promise<Result<Done>> {
  const call = await lockCall(ctx, id);
  if (!call) return fail('sales.care_not_found');
  if (!call.isDone) return fail('sales.care_changed');
  await ctx.db
    .updateTable('careCalls')
    .set({ outcome: null, doneAt: null, doneBy: null })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'sales.care_reopened',
    subject: { kind: 'deal', id: call.dealId },
    subscriberId: call.subscriberId,
    facts: { number: call.dealId, day: call.day },
    personal: { reason },
  });
  return ok({});
}
