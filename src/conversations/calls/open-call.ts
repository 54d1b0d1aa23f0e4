import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { findByContact } from '../../subscribers/index.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { openingTimes } from '../record/opening-times.ts';
import type { Call } from './take-call.ts';

/**
 * The conversation of an incoming call. Somebody who waits for a call of ours, or with whom we are
 * in the middle of something, goes on with that; else one is opened, whose clock runs from the
 * ring. It is offered to nobody while the phone rings: the exchange does that.
 */
export async function openCall(ctx: Ctx, { id, view }: Call): Promise<number> {
  const conversationId = (await findOpen(ctx, view.phone)) ?? (await open(ctx, view));
  await ctx.db.updateTable('calls').set({ conversationId }).where('id', '=', id).execute();
  return conversationId;
}

async function findOpen(ctx: Ctx, phone: string): Promise<number | null> {
  if (phone === '') return null;
  // A form and a call, or two calls of one person at once, come here one after the other.
  const lock = `${ctx.operator.schema} sender ${phone}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(ctx.db);
  // conversations_sender (sender) where state <> 'closed' and sender <> ''
  const { rows } = await sql<{ id: number }>`
    select c.id
    from   conversations c
    left   join callbacks cb on cb.conversation_id = c.id
    where  c.sender = ${phone} and c.sender <> '' and c.state <> 'closed' and c.channel_id is null
    order  by cb.state is not distinct from 'waiting' desc, c.id
    limit  1`.execute(ctx.db);
  return rows[0]?.id ?? null;
}

async function open(ctx: Ctx, { phone, beganAt, ourNumber }: Call['view']): Promise<number> {
  const now = ctx.clock.now();
  const openedAt = beganAt !== null && beganAt < now ? beganAt : now;
  const [subscriberId = null] = phone === '' ? [] : await findByContact(ctx, 'phone', phone);
  const draft = { name: '', phone, address: '', page: '' };
  const opened = await ctx.db
    .insertInto('conversations')
    .values({
      channel: 'call',
      subscriberId,
      contactDraft: JSON.stringify(draft),
      sender: phone,
      ...(await openingTimes(ctx, openedAt, subscriberId)),
      offerFrom: null,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('callbacks')
    .values({ conversationId: opened.id, phone, nextTryAt: openedAt })
    .execute();
  await indexConversations(ctx, [opened.id]);
  await emit(ctx, {
    type: 'conversations.opened',
    subject: { kind: 'conversation', id: opened.id },
    subscriberId,
    occurredAt: openedAt,
    facts: { number: opened.number, channel: 'call', ourNumber },
  });
  return opened.id;
}
