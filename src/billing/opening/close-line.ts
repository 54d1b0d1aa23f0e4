import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { indexSubscriber } from '../../subscribers/index.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';

/** Closes a line: it is shown no longer, and found by nobody. */
export async function closeLine(
  ctx: Ctx,
  { id: accountId, lineId }: { id: number; lineId: number },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  const closed = await ctx.db
    .updateTable('serviceLines')
    .set({ closedAt: ctx.clock.now() })
    .where('id', '=', lineId)
    .where('accountId', '=', accountId)
    .where('closedAt', 'is', null)
    .returning('kind')
    .executeTakeFirst();
  if (!closed) return fail('billing.no_such_service_line');
  await tellOfAccount(ctx, 'billing.line_closed', locked.value, { lineId, kind: closed.kind });
  await indexSubscriber(ctx, [locked.value.subscriberId]);
  return ok({});
}
