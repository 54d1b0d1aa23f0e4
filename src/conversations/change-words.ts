import { sql } from 'kysely';
import type { IncomingMessage, Taken } from '../channels/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { removeEntries } from '../kernel/search/index-entries.ts';
import { messageKind } from '../kernel/search/search-kinds.ts';
import { tell } from './change.ts';
import { indexConversations } from './index-conversations.ts';
import { lockConversation } from './lock-conversation.ts';
import { turnToOurs } from './turn-to-ours.ts';

type Known = { id: number; conversationId: number };

/**
 * New words that a sender has given a message: they take its place, and what it said first stays
 * beside them. To read them is for us, as if they had been written anew.
 * @returns null where the message itself is not here; then these words are all there is of it
 */
export async function changeWords(ctx: Ctx, message: IncomingMessage): Promise<Taken | null> {
  // messages_external (external_id) where external_id <> ''
  const { rows } = await sql<Known>`
    select m.id, m.conversation_id
    from   messages m
    join   conversations c on c.id = m.conversation_id and c.channel_id = ${message.channelId}
    where  m.external_id = ${message.externalId} and m.external_id <> '' and m.direction = 'in'
    order  by m.id desc limit 1`.execute(ctx.db);
  const [known] = rows;
  if (!known) return null;
  const locked = await lockConversation(ctx, known.conversationId, 'conversations.work');
  if (!locked.ok) return null;
  const { numAffectedRows = 0n } = await sql`
    update messages
    set    former_text = case when edited_at is null then text else former_text end,
           text = ${message.text}, edited_at = ${message.receivedAt}
    where  id = ${known.id} and text <> ${message.text}`.execute(ctx.db);
  const row = locked.value;
  if (numAffectedRows > 0n) {
    if (row.state !== 'closed') await turnToOurs(ctx, row, message.receivedAt);
    // What a message said first is not what it is found by any more.
    await removeEntries(ctx, messageKind, [known.id]);
    await indexConversations(ctx, [row.id]);
    await tell(ctx, row, 'conversations.message_edited', { messageId: known.id });
  }
  // It stands in the conversation already, under the message that it changes.
  return { conversationNumber: null };
}
