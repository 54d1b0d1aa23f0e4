import { sql } from 'kysely';
import type { CallSurvey } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { takeCall } from './take-call.ts';

/**
 * Calls end that went on and of which the exchange knows nothing any more: none hangs for ever. One
 * that the exchange has not been asked for yet, it cannot know.
 */
export async function surveyCalls(
  ctx: Ctx,
  { channelId, goingOn, begunBefore, at }: CallSurvey,
): Promise<void> {
  // calls_going (began_at) where result is null, outgoing_messages_in_chat (channel_id, recipient,
  // id) where state in ('waiting', 'sending')
  const { rows } = await sql<{ linkedId: string }>`
    select k.linked_id from calls k
    where  k.result is null and k.began_at <= ${begunBefore} and k.channel_id = ${channelId}
    and    k.linked_id <> all(${[...goingOn]}::text[])
    and    not exists (
             select from outgoing_messages o
             where  o.channel_id = k.channel_id and o.recipient = k.phone
             and    o.state in ('waiting', 'sending') and o.external_id = k.linked_id)
    order  by k.began_at`.execute(ctx.db);
  for (const { linkedId } of rows) {
    await takeCall(ctx, { channelId, linkedId, facts: [{ kind: 'lost', at }] });
  }
}
