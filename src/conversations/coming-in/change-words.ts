import { sql } from 'kysely';
import type { IncomingMessage, Taken } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { removeEntries } from '../../kernel/search/index-entries.ts';
import { messageKind } from '../../kernel/search/search-kinds.ts';
import { channelOfMessage } from '../answering/find-addressee.ts';
import { tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockConversation } from '../record/lock-conversation.ts';
import { turnToOurs } from './turn-to-ours.ts';

type Known = { id: number; conversationId: number; rawMessageId: number | null };

/**
 * New words that a sender has given a message: they take its place, and what it said first stays
 * beside them. Words older than those that stand there change nothing. To read them is for us, as
 * if they had been written anew.
 * @returns null where the message itself is not here; then these words are all there is of it
 */
export async function changeWords(ctx: Ctx, message: IncomingMessage): Promise<Taken | null> {
  const known = await findKnown(ctx, message);
  if (!known) return null;
  const locked = await lockConversation(ctx, known.conversationId, 'conversations.work');
  if (!locked.ok) return null;
  const editedAt = message.editedAt ?? message.receivedAt;
  const { rows } = await sql<{ isChanged: boolean }>`
    update messages m
    set    former_text = case when m.edited_at is null then m.text else m.former_text end,
           text = ${message.text}, edited_at = ${editedAt}, edit_number = ${message.editNumber}
    from  (select id, text from messages where id = ${known.id}) before
    where  m.id = before.id
    and    (m.edited_at is null
            or (m.edited_at, m.edit_number) <= (${editedAt}::timestamptz, ${message.editNumber}))
    returning before.text <> m.text as is_changed`.execute(ctx.db);
  const row = locked.value;
  if (rows[0]?.isChanged) {
    await turnToOurs(ctx, row, message.receivedAt);
    // What a message said first is not what it is found by any more.
    await removeEntries(ctx, messageKind, [known.id]);
    await indexConversations(ctx, [row.id]);
    await tell(ctx, row, 'conversations.message_edited', { messageId: known.id });
  }
  // It stands in the conversation already, under the message that it changes.
  return { conversationNumber: null, standsUnder: known.rawMessageId };
}

/**
 * A message that comes after its own change stands here already with its new words: it tells what
 * it said first.
 * @returns null where it has not come in this way
 */
export async function joinFormer(ctx: Ctx, message: IncomingMessage): Promise<Taken | null> {
  const known = await findKnown(ctx, message);
  if (!known) return null;
  const { numAffectedRows = 0n } = await sql`
    update messages
    set    former_text = ${message.text}, happened_at = least(happened_at, ${message.receivedAt})
    where  id = ${known.id} and edited_at is not null and former_text = ''`.execute(ctx.db);
  return numAffectedRows === 0n
    ? null
    : { conversationNumber: null, standsUnder: known.rawMessageId };
}

async function findKnown(ctx: Ctx, message: IncomingMessage): Promise<Known | undefined> {
  // messages_external (external_id) where external_id <> ''
  const { rows } = await sql<Known>`
    select m.id, m.conversation_id, m.raw_message_id
    from   messages m
    join   conversations p on p.id = m.conversation_id
    left   join raw_messages w on w.id = m.raw_message_id
    where  m.external_id = ${message.externalId} and m.external_id <> '' and m.direction = 'in'
    and    ${channelOfMessage} = ${message.channelId}
    order  by m.id desc limit 1`.execute(ctx.db);
  return rows[0];
}
