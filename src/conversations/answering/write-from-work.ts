import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';
import { change, tell } from '../record/change.ts';
import { lockConversation } from '../record/lock-conversation.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { channelOfMessage, findAddressee, isWritten } from './find-addressee.ts';
import { queueAnswer } from './queue-answer.ts';

type Whose = { conversationIds: readonly number[]; subscriberId: number | null };

/**
 * Writes to the person whose other work is that came of conversations, as from a ticket: in the one
 * of them in which they wrote last and can be answered; never to somebody else, whose conversation
 * belongs to the same work. It leaves after the commit. A closed one stays
 * closed until they answer, and whoever has it keeps it: they see what was written.
 * @param to.conversationIds of any, merged ones too
 * @param to.subscriberId whose the work is; where nobody is known, only one sender may be meant
 * @returns the message's id; `conversations.cannot_answer` where none of them can be answered;
 * `conversations.answers_elsewhere` where a letter asks to be answered at a foreign address
 */
export async function writeFromWork(
  ctx: Ctx,
  { text, ...to }: Whose & { text: string },
): Promise<Result<number>> {
  const answerable = await findAnswerable(ctx, to);
  if (answerable === null) return fail('conversations.cannot_answer');
  const locked = await lockConversation(ctx, answerable, 'conversations.work');
  if (!locked.ok) return fail('conversations.cannot_answer');
  const row = locked.value;
  const addressee = await findAddressee(ctx, row.id);
  if (!addressee) return fail('conversations.cannot_answer');
  // Nobody looks at what is written from here; what no person writes goes to no foreign address.
  const isAside = staffIdOf(ctx.actor) === null ? addressee.isForeign : addressee.isToConfirm;
  if (isAside) return fail('conversations.answers_elsewhere', { address: addressee.recipient });
  const queued = await queueAnswer(ctx, row, { to: addressee, text });
  if (!queued.ok) return queued;
  const messageId = queued.value;
  await change(ctx, row, {});
  await indexConversations(ctx, [row.id]);
  await tell(ctx, row, 'conversations.message_written', {
    staffId: staffIdOf(ctx.actor),
    messageId,
  });
  return ok(messageId);
}

async function findAnswerable(
  ctx: Ctx,
  { conversationIds, subscriberId }: Whose,
): Promise<number | null> {
  // Primary keys; conversations_root, messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql<{ id: number; sender: string }>`
    select c.id, c.sender from conversations c
    cross  join lateral (
             select m.happened_at
             from   conversations p
             join   messages m on m.conversation_id = p.id and m.direction = 'in'
                              and not m.is_automatic
             left   join raw_messages w on w.id = m.raw_message_id
             join   channels h on h.id = ${channelOfMessage} and ${isWritten} and h.state = 'on'
             where  p.id = c.id or p.root_id = c.id
             order  by m.happened_at desc, m.id desc limit 1) asked
    where  c.id in (select coalesce(g.root_id, g.id) from conversations g
                    where  g.id = any(${[...conversationIds]}::bigint[]))
    and    (select root_id from subscribers where id = c.subscriber_id)
           is not distinct from (select root_id from subscribers where id = ${subscriberId})
    and    ${reaches(ctx, 'conversations.work')}
    order  by asked.happened_at desc, c.id desc`.execute(ctx.db);
  const senders = new Set(rows.map(({ sender }) => sender));
  if (subscriberId === null && senders.size > 1) return null;
  return rows[0]?.id ?? null;
}
