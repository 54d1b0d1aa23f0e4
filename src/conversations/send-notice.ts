import { sql } from 'kysely';
import type { NoticeSender } from '../billing/index.ts';
import { queueMessage } from '../channels/index.ts';
import { payloadOf } from './payload-of.ts';

type Way = { kind: 'email' | 'telegram' | 'vk'; channelId: number; recipient: string };

/**
 * Sends a notice of service by the messenger in which somebody wrote to us last, else to a known
 * e-mail address, by the first mailbox that works. Who has withdrawn the consent is not written to.
 */
export const sendNotice: NoticeSender = async (ctx, { subscriberId, text }) => {
  // subscribers_root (root_id), conversations_subscriber, messages_conversation,
  // contacts_subscriber, consents_subscriber
  const { rows } = await sql<Way>`
    with ways as (
      (select 1 as place, h.kind, h.id as channel_id, m.answer_to as recipient
       from   subscribers k
       join   conversations c on c.subscriber_id = k.id
       join   channels h on h.id = c.channel_id and h.kind in ('telegram', 'vk') and h.state = 'on'
       join   messages m on m.conversation_id = c.id and m.direction = 'in' and m.answer_to <> ''
       where  k.root_id = ${subscriberId}
       order  by m.happened_at desc, m.id desc limit 1)
      union  all
      (select 2, 'email', b.id, e.value
       from   subscribers k
       join   contacts e on e.subscriber_id = k.id and e.kind = 'email'
       cross  join lateral (select id from channels where kind = 'email' and state = 'on'
                            order by id limit 1) b
       where  k.root_id = ${subscriberId} and e.removed_at is null
       and    e.contact_person_id is null
       order  by e.is_primary desc, e.id limit 1))
    select w.kind, w.channel_id, w.recipient from ways w
    where  coalesce((
             select n.is_granted from consents n join subscribers k on k.id = n.subscriber_id
             where  k.root_id = ${subscriberId} and n.purpose = 'service'
             and    n.channel in ('any', case w.kind when 'email' then 'email' else 'messenger' end)
             order  by n.recorded_at desc, n.id desc limit 1), true)
    order  by w.place limit 1`.execute(ctx.db);
  const [way] = rows;
  if (!way) return null;
  const { kind, channelId, recipient } = way;
  const queued = await queueMessage(ctx, {
    channelId,
    recipient,
    payload: payloadOf(kind, text, subjects[ctx.operator.language]),
  });
  return queued.ok ? { way: kind, outgoingMessageId: queued.value.id } : null;
};

const subjects = { ru: 'О вашем счёте', en: 'About your account' } as const;
