import { sql } from 'kysely';
import { messengers, queueMessage, type ReachingKind } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok } from '../../kernel/result.ts';
import { payloadOf } from '../payload-of.ts';
import type { CodeSender } from '../slots.ts';
import { isByItsOwnSender } from '../writing/ways-to.ts';

type Target = {
  key: string;
  kind: ReachingKind;
  channelId: number;
  recipient: string;
};

/** An address that was added during a talk proves nothing: it counts from the next day on. */
const PROVED_AFTER_MS = 24 * 3_600_000;

/**
 * Where a subscriber can be sent a code now: known e-mail addresses by the first mailbox that
 * works, and chats with our bots that they began themselves.
 */
async function targetsOf(ctx: Ctx, ids: readonly number[]): Promise<Target[]> {
  const before = new Date(ctx.clock.now().getTime() - PROVED_AFTER_MS);
  // contacts_subscriber, conversations_subscriber, messages_conversation
  const { rows } = await sql<Target>`
    select 'email-' || k.id as key, 'email' as kind, b.id as channel_id, k.value as recipient
    from   contacts k
    join   lateral (select id from channels where kind = 'email' and state = 'on'
                    order by id limit 1) b on true
    where  k.subscriber_id = any(${[...ids]}::bigint[]) and k.kind = 'email'
    and    k.removed_at is null and k.contact_person_id is null and k.created_at < ${before}
    union  all
    (select distinct on (c.channel_id) h.kind || '-' || h.id, h.kind, h.id, m.answer_to
     from   conversations c
     join   channels h on h.id = c.channel_id and h.kind = any(${[...messengers]}::text[])
                     and h.state = 'on'
     join   messages m on m.conversation_id = c.id and m.direction = 'in' and m.answer_to <> ''
                      and ${isByItsOwnSender}
     where  c.subscriber_id = any(${[...ids]}::bigint[]) and m.happened_at < ${before}
     order  by c.channel_id, m.happened_at desc, m.id desc)`.execute(ctx.db);
  return rows;
}

/** An address that its owner knows again and nobody else learns: `i…@mail.ru`. */
const masked = (address: string): string => address.replace(/^(.).*(@.*)$/u, '$1…$2');

/** Letters and messengers. */
export const ownSenders: CodeSender = {
  waysOf: async (ctx, ids) =>
    (await targetsOf(ctx, ids)).map(({ key, kind, recipient }) => ({
      key,
      kind,
      shown: kind === 'email' ? masked(recipient) : '',
    })),
  send: async (ctx, ids, { key, text }) => {
    const target = (await targetsOf(ctx, ids)).find((one) => one.key === key);
    if (!target) return fail('conversations.no_such_way');
    const { channelId, recipient, kind } = target;
    const subject = subjects[ctx.operator.language];
    const payload = payloadOf(kind, { subject, text, isAutomatic: true });
    const queued = await queueMessage(ctx, { channelId, recipient, payload });
    return queued.ok ? ok({ outgoingMessageId: queued.value.id }) : queued;
  },
};

const subjects = { ru: 'Код для разговора', en: 'Code for your call' } as const;
