import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

type Settled = { channelId: number; isWhole: boolean };

/**
 * A person says of a message that did not certainly leave that it arrived, or that it shall be sent
 * again: under the same name, so that whoever has it already sees it once. Of several parts one was
 * on its way: what comes after it goes now, and what has left before does not go again.
 */
export async function settleMessage(
  ctx: Ctx,
  { id, hasArrived }: { id: number; hasArrived: boolean },
): Promise<Result<Record<string, never>>> {
  const now = ctx.clock.now();
  // Whoever says so has seen what the other side has. outgoing_messages_pkey
  const { rows } = await sql<Settled>`
    update outgoing_messages o
    set    state = case when n.is_whole then 'sent' else 'waiting' end,
           sent_at = case when n.is_whole then ${now}::timestamptz else o.sent_at end,
           tries = case when n.is_whole then o.tries else 0 end,
           try_after = case when n.is_whole then o.try_after else ${now}::timestamptz end,
           parts_sent = o.parts_sent + case when ${hasArrived} then 1 else 0 end,
           trouble = null, unsure_since = null, error = null
    from  (select id, ${hasArrived} and parts_sent + 1 >= parts as is_whole
           from   outgoing_messages where id = ${id}) n
    where  o.id = n.id and o.state in ('unknown', 'failed') and o.erased_at is null
    returning o.channel_id, n.is_whole`.execute(ctx.db);
  const [settled] = rows;
  if (!settled) return fail('channels.message_settled');
  await emit(ctx, {
    type: settled.isWhole ? 'channels.message_sent' : 'channels.message_sent_again',
    subject: { kind: 'outgoing_message', id },
    facts: { channelId: settled.channelId, isByWord: hasArrived },
  });
  return ok({});
}
