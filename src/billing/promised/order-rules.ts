import type { Ctx } from '../../kernel/context.ts';
import { placeInOrder } from '../../kernel/db/place-in-order.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';

/** Says in which order rules are asked; those not named stand after them as they stood. */
export async function orderRules(
  ctx: Ctx,
  { ids }: { ids: readonly number[] },
): Promise<Result<Done>> {
  await placeInOrder(ctx, 'promise_rules', ids);
  await emit(ctx, {
    type: 'billing.promise_rules_ordered',
    subject: { kind: 'promise_rule', id: ids[0] ?? 0 },
    facts: { ids },
  });
  return ok({});
}
