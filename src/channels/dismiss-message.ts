import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/**
 * A person has looked at what could not be understood: it is no request. It stands among the
 * refused from then on, from where it can be taken up again.
 */
export async function dismissMessage(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Record<string, never>>> {
  const put = await ctx.db
    .updateTable('rawMessages')
    // Its days among the refused begin now.
    .set({ state: 'refused', tryAfter: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'quarantined')
    .returning('id')
    .executeTakeFirst();
  if (!put) return fail('channels.message_not_found');
  await emit(ctx, { type: 'channels.message_dismissed', subject: { kind: 'raw_message', id } });
  return ok({});
}
