import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Findable, FindableMessage } from '../../kernel/search/findable.ts';
import { upsertEntries } from '../../kernel/search/index-entries.ts';
import { describeMessage, indexMessages } from './index-messages.ts';

type DescribedConversation = {
  id: number;
  number: number;
  subscriberId: number | null;
  ownerStaffId: number | null;
  teamId: number | null;
  openedAt: Date;
  sender: string;
  /** What a messenger shows of the sender. */
  account: string;
  channel: string;
  /** By which it is answered; null where the sender is a phone. */
  channelId: number | null;
  subject: string;
  name: string;
  address: string;
  texts: string[] | null;
};

/** The message that alone is new, with what its conversation is called now. */
type Newest = {
  messageId: number | null;
  messageText: string;
  messageAt: Date;
  displayName: string;
};

/** Words beyond these of one conversation are not searched. */
const MOST_MESSAGES = 50;

/**
 * Makes conversations findable by number, sender, address and words, as they are now. Called in the
 * transaction that changed who they are with or whose they are: the search shows each to those who
 * may see it. What was merged into them is in their hands, and goes along.
 * @param newest the message that alone is new in them, where nothing else has changed
 */
export async function indexConversations(
  ctx: Ctx,
  ids: readonly number[],
  newest?: number,
): Promise<void> {
  if (ids.length === 0) return;
  // conversations_pkey, conversations_root, messages_pkey, messages_conversation
  const { rows } = await sql<DescribedConversation & Newest>`
    select c.id, c.number, r.id as subscriber_id, g.owner_staff_id, g.team_id, c.opened_at,
           c.sender, c.channel, c.channel_id, c.subject,
           coalesce(c.contact_draft ->> 'account', '') as account,
           coalesce(c.contact_draft ->> 'name', '')    as name,
           coalesce(c.contact_draft ->> 'address', '') as address,
           (select array_agg(m.text) from (
              select text from messages
              where  conversation_id = c.id and text <> ''
              order  by happened_at desc limit ${MOST_MESSAGES}) m) as texts,
           n.id as message_id, n.text as message_text, n.happened_at as message_at,
           coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as display_name
    from   conversations c
    join   conversations g on g.id = coalesce(c.root_id, c.id)
    left   join messages n on n.id = ${newest ?? null} and n.conversation_id = c.id and n.text <> ''
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  c.id = any(${[...ids]}::bigint[]) or c.root_id = any(${[...ids]}::bigint[])`.execute(
    ctx.db,
  );
  await upsertEntries(ctx, rows.map(describeConversation), rows.flatMap(describeNewest));
  if (newest === undefined) await indexMessages(ctx, ids);
}

function describeNewest(row: DescribedConversation & Newest): FindableMessage[] {
  if (row.messageId === null) return [];
  const { number, subscriberId, displayName: name } = row;
  const message = { id: row.messageId, text: row.messageText, happenedAt: row.messageAt };
  return [describeMessage({ ...message, number, subscriberId, name })];
}

/** What a conversation is found by, and what a result shows of it. `texts` are the newest first. */
export function describeConversation(row: DescribedConversation): Findable {
  return {
    kind: 'conversation',
    refId: row.id,
    subscriberId: row.subscriberId,
    ownerStaffId: row.ownerStaffId,
    teamId: row.teamId,
    title: `№ ${row.number}${row.name === '' ? '' : ` · ${row.name}`}`,
    subtitle: (row.texts?.at(-1) ?? '').slice(0, 120),
    happenedAt: row.openedAt,
    words: {
      names: [row.name],
      phones: row.channelId === null ? [row.sender] : [],
      emails: row.channel === 'email' && row.channelId !== null ? [row.sender] : [],
      messengers: row.account === '' ? [] : [row.account.replace('@', '')],
      addresses: [row.address],
      ticketNumbers: [row.number],
      texts: [
        ...(row.channelId === null || row.subject === '' ? [] : [row.subject]),
        ...(row.texts ?? []),
      ],
    },
  };
}
