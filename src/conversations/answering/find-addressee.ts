import { sql } from 'kysely';
import { type WrittenKind, writtenKinds } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { clusterOf } from '../record/cluster.ts';
import type { Quoted } from './quote-message.ts';

/** Whom an answer goes to and by which channel, with the message that it answers. */
export type Addressee = Quoted & {
  channelId: number;
  channel: WrittenKind;
  recipient: string;
  /** Where a letter asks to be answered, or the chat in a messenger. */
  answerTo: string;
  subject: string;
  externalId: string;
  /** A letter asks to be answered where neither its sender nor the subscriber is known to be. */
  isForeign: boolean;
  /** It is foreign, and no person of ours has answered there yet. */
  isToConfirm: boolean;
};

/**
 * By which channel a message `m` of a conversation `p` came, beside its raw message `w`: in a
 * merged conversation others stand than its own. What a base has brought has no raw message.
 */
export const channelOfMessage = sql`coalesce(w.channel_id, p.channel_id)`;

/** The channels `h` on which people write and are answered. */
export const isWritten = sql`h.kind = any(${[...writtenKinds]}::text[])`;

/**
 * Whoever wrote last in a conversation, merged ones among it, by a channel on which people are
 * answered: the answer goes back the way on which that message came, and never to an address of
 * one channel by another.
 * @param id of a conversation that is merged into no other
 */
export async function findAddressee(ctx: Ctx, id: number): Promise<Addressee | null> {
  // messages_conversation (conversation_id, happened_at, id), contacts_subscriber, primary keys
  const { rows } = await sql<Addressee>`
    with newest as (
      select h.id as channel_id, h.kind as channel, m.happened_at as at, m.sender_name as name,
             m.sender_address as address, m.answer_to, m.subject, m.text, m.quoted, m.external_id,
             coalesce(nullif(m.answer_to, ''), m.sender_address) as recipient
      from   messages m
      join   conversations p on p.id = m.conversation_id
      left   join raw_messages w on w.id = m.raw_message_id
      join   channels h on h.id = ${channelOfMessage} and ${isWritten}
      where  m.conversation_id in ${clusterOf(id)} and m.direction = 'in' and not m.is_automatic
      order  by m.happened_at desc, m.id desc limit 1)
    select n.*, f.is_foreign,
           f.is_foreign and not exists (
             select from messages a join outgoing_messages o on o.id = a.outgoing_message_id
             where  a.conversation_id in ${clusterOf(id)} and a.author_staff_id is not null
             and    o.recipient = n.answer_to) as is_to_confirm
    from   newest n
    cross  join lateral (
      select n.channel = 'email' and n.answer_to not in ('', n.address) and not exists (
               select from conversations c
               join   subscribers s on s.id = c.subscriber_id
               join   subscribers g on g.root_id = s.root_id
               join   contacts k on k.subscriber_id = g.id and k.kind = 'email'
                                and k.value = n.answer_to and k.removed_at is null
               where  c.id = ${id}) as is_foreign) f`.execute(ctx.db);
  const [found] = rows;
  return found && found.recipient !== '' ? found : null;
}
