import { type RawBuilder, sql } from 'kysely';
import type { IncomingMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { channelOfMessage } from '../answering/find-addressee.ts';
import { lockFound, type Locked } from '../record/lock-conversation.ts';

/** A conversation that is closed for longer is over: what comes then is a new one. */
const REOPENED_DAYS = 14;
const DAY_MS = 86_400_000;

/** In a chat nobody says what is answered: a word this soon after the end still belongs to it. */
const CHAT_REOPENED_DAYS = 1;

/**
 * The conversation that a message belongs to: of a messenger the chat's newest, while it is open or
 * has just been closed; of a letter the one whose messages it answers, if its sender
 * takes part there, for anybody can quote a name; else an open one of the same sender with the same
 * subject. A letter whose sender is not proven belongs only to what answers a letter of ours.
 * Locked.
 * @param subscriberId the root of whoever wrote, where known
 */
export async function findThread(
  ctx: Ctx,
  message: IncomingMessage,
  subscriberId: number | null,
): Promise<Locked | null> {
  if (message.channel !== 'email') return newestOfChat(ctx, message);
  const sender = message.sender.value;
  const reopenedFrom = new Date(message.receivedAt.getTime() - REOPENED_DAYS * DAY_MS);
  const isAlive = message.isAutomatic
    ? sql`true`
    : sql`(c.state <> 'closed' or c.closed_at >= ${reopenedFrom})`;
  // messages_external (external_id) where external_id <> '', conversations_root
  const answered = await first(
    ctx,
    sql`
    select c.id
    from   unnest(${[...message.answersTo]}::text[]) with ordinality as a (name, place)
    join   messages m on m.external_id = a.name and m.external_id <> ''
    join   conversations p on p.id = m.conversation_id
    join   conversations c on c.id = coalesce(p.root_id, p.id)
    left   join subscribers s on s.id = c.subscriber_id
    left   join raw_messages w on w.id = m.raw_message_id
    left   join outgoing_messages u on u.id = m.outgoing_message_id
    where  coalesce(u.channel_id, ${channelOfMessage}) = ${message.channelId} and ${isAlive}
    -- The name of a message of ours knows only whom it went to.
    and    (m.direction = 'out' or not ${message.isUnproven})
    and    (c.sender = ${sender} or s.root_id = ${subscriberId}
            or exists (select from conversations g
                       join   messages t on t.conversation_id = g.id
                       where (g.id = c.id or g.root_id = c.id) and t.sender_address = ${sender}))
    order  by a.place, m.id desc limit 1`,
  );
  if (answered) return answered;
  if (message.subjectKey === '' || message.isUnproven) return null;
  // conversations_sender (sender) where state <> 'closed' and sender <> ''
  return first(
    ctx,
    sql`
    select c.id from conversations c
    where  c.sender = ${sender} and c.sender <> '' and c.state <> 'closed'
    and    c.channel_id = ${message.channelId} and c.subject_key = ${message.subjectKey}
    -- messages_raw_message_id_key: what anybody may have begun in this name is not the sender's.
    and    not exists (select from messages b
                       where  b.raw_message_id = c.raw_message_id and b.is_unproven)
    order  by c.id desc limit 1`,
  );
}

function newestOfChat(ctx: Ctx, message: IncomingMessage): Promise<Locked | null> {
  const { channelId, sender, receivedAt } = message;
  const reopenedFrom = new Date(receivedAt.getTime() - CHAT_REOPENED_DAYS * DAY_MS);
  // conversations_chat (channel_id, sender, id desc)
  return first(
    ctx,
    sql`
    select c.id from (
      select coalesce(root_id, id) as id from conversations
      where  channel_id = ${channelId} and sender = ${sender.value} and sender <> ''
      order  by conversations.id desc limit 1) newest
    join   conversations c on c.id = newest.id
    where  c.state <> 'closed' or c.closed_at >= ${reopenedFrom}`,
  );
}

const first = (ctx: Ctx, query: RawBuilder<unknown>): Promise<Locked | null> =>
  lockFound(ctx, sql`(${query})`, 'conversations.work');
