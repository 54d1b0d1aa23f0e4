import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** Puts a message that was set aside back among the waiting, with all its tries before it. */
export async function retryRawMessage(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Record<string, never>>> {
  const put = await ctx.db
    .updateTable('rawMessages')
    .set({ state: 'waiting', tries: 0, tryAfter: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', 'in', ['quarantined', 'refused', 'waiting'])
    .where('erasedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('sender', '<>', ''),
        eb('fileId', 'is not', null),
        eb('channelId', 'is not', null),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  if (!put) return fail('channels.message_not_found');
  await emit(ctx, { type: 'channels.message_retried', subject: { kind: 'raw_message', id } });
  return ok({});
}
