import { sql } from 'kysely';
import type { RecordedCall } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { tell } from '../record/change.ts';

type Into = { id: number; number: number; subscriberId: number | null; callId: number };

/** What was said in a call is here: whoever looks at its conversation sees that. */
export async function takeRecording(
  ctx: Ctx,
  { channelId, linkedId }: RecordedCall,
): Promise<void> {
  // calls_channel_id_linked_id_key, conversations_pkey
  const { rows } = await sql<Into>`
    select c.id, c.number, c.subscriber_id, k.id as call_id
    from   calls k join conversations c on c.id = k.conversation_id
    where  k.channel_id = ${channelId} and k.linked_id = ${linkedId}`.execute(ctx.db);
  const [into] = rows;
  if (into) await tell(ctx, into, 'conversations.recording_came', { callId: into.callId });
}
