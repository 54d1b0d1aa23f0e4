import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { takeCall } from './take-call.ts';

/**
 * The exchange did not take the request to dial, or nobody knows whether it did. The call is over
 * as far as we know; should the exchange tell of it after all, that holds.
 */
export async function failDial(ctx: Ctx, event: RecordedEvent): Promise<void> {
  // outgoing_messages_pkey, calls_channel_id_linked_id_key
  const { rows } = await sql<{ channelId: number; linkedId: string }>`
    select k.channel_id, k.linked_id
    from   outgoing_messages o
    join   calls k on k.channel_id = o.channel_id and k.linked_id = o.external_id
    where  o.id = ${event.subjectId} and k.result is null`.execute(ctx.db);
  const [call] = rows;
  if (!call) return;
  const isUnknown = event.type === 'channels.message_unknown';
  const at = event.occurredAt;
  await takeCall(ctx, { ...call, facts: [{ kind: isUnknown ? 'lost' : 'ended', at }] });
}
