import { sql } from 'kysely';
import { messengers, queueMessage, type ReachingKind } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { mayHear } from '../../subscribers/index.ts';
import { type Letter, payloadOf } from '../payload-of.ts';

/**
 * Whether whom a conversation `c` is with has written its message `m`: what a merge brought of
 * another chat stands there too, and that chat is another's. What a base has brought is its own.
 */
export const isByItsOwnSender = sql`not exists (
  -- raw_messages_pkey
  select from raw_messages w
  where  w.id = m.raw_message_id and w.erased_at is null
  and    (w.channel_id is distinct from c.channel_id or w.sender <> c.sender))`;

/** By what somebody can be written to. */
export type Way = {
  key: string;
  kind: ReachingKind;
  channelId: number;
  recipient: string;
  /** Who wrote to us by it, as their messenger names them. */
  name: string;
};

/** A subscriber, a conversation that somebody began, an address that they have named. */
type Whom = {
  subscriberId: number | null;
  /** Somebody of theirs, to be written to at their own address alone. */
  contactPersonId?: number | null;
  conversationId?: number | null;
  email?: string;
  /** Of advertising: only by ways of which they agreed to hear it. */
  isAdvertising?: boolean;
};

/**
 * By what somebody can be written to: messengers in which they wrote to us, the latest first, then
 * e-mail addresses by the first mailbox that works. A way by which a subscriber wants to hear
 * nothing of the service is none.
 */
export async function waysTo(ctx: Ctx, whom: Whom): Promise<Way[]> {
  const { subscriberId, contactPersonId = null, conversationId = null, email = '' } = whom;
  const { isAdvertising = false } = whom;
  const root = sql`(select s.root_id from subscribers s where s.id = ${subscriberId})`;
  const by = sql`case w.kind when 'email' then 'email' else 'messenger' end`;
  const hears = (isSold: boolean) => mayHear(root, { isSold, by });
  // subscribers_root (root_id), conversations_subscriber, conversations_pkey,
  // messages_conversation, contacts_subscriber, consents_subscriber
  const { rows } = await sql<Way>`
    with own as (
      select k.id from subscribers s join subscribers k on k.root_id = s.root_id
      where  s.id = ${subscriberId}),
    mailbox as (select id from channels where kind = 'email' and state = 'on' order by id limit 1),
    ways as (
      (select distinct on (h.id) h.kind || '-' || h.id as key, h.kind, h.id as channel_id,
              m.answer_to as recipient, m.sender_name as name, 1 as place, m.happened_at as at,
              m.id as of_id
       from   (select c.id, c.channel_id, c.sender
               from   own join conversations c on c.subscriber_id = own.id
               where  ${contactPersonId}::bigint is null
               union
               select id, channel_id, sender from conversations where id = ${conversationId}) c
       join   channels h on h.id = c.channel_id and h.kind = any(${[...messengers]}::text[])
                     and h.state = 'on'
       join   messages m on m.conversation_id = c.id and m.direction = 'in' and m.answer_to <> ''
                        and ${isByItsOwnSender}
       order  by h.id, m.happened_at desc, m.id desc)
      union  all
      (select 'email-' || e.id, 'email', b.id, e.value, '', 2,
              case when e.is_primary then 'infinity' else 'epoch' end::timestamptz, -e.id
       from   own join contacts e on e.subscriber_id = own.id and e.kind = 'email'
       cross  join mailbox b
       where  e.removed_at is null and e.contact_person_id is not distinct from ${contactPersonId}::bigint)
      union  all
      select  'email-named', 'email', b.id, ${email}, '', 3, 'epoch'::timestamptz, 0
      from    mailbox b
      where   ${email} <> '' and not exists (
                select from own join contacts e on e.subscriber_id = own.id
                where  e.kind = 'email' and e.removed_at is null and e.value = ${email}))
    select w.key, w.kind, w.channel_id, w.recipient, w.name from ways w
    where  ${hears(false)} and (not ${isAdvertising}::boolean or ${hears(true)})
    order  by w.place, w.at desc, w.of_id desc`.execute(ctx.db);
  return rows;
}

/** Stores words that leave by a way with the transaction. @returns the message's id */
export function writeTo(
  ctx: Ctx,
  { kind, channelId, recipient }: Way,
  letter: Letter,
): Promise<Result<{ id: number }>> {
  return queueMessage(ctx, { channelId, recipient, payload: payloadOf(kind, letter) });
}
