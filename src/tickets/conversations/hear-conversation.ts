import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { lockSubscriber } from '../../subscribers/index.ts';
import { settleClocks } from '../norms/settle-clocks.ts';
import type { Step } from '../norms/ticket-clocks.ts';
import { lockTickets } from '../record/lock-tickets.ts';
import type { Stored } from '../record/values.ts';
import { writeChanges } from '../record/write-changes.ts';
import { linkedTickets } from './linked-tickets.ts';

/**
 * The subscriber has written: it is our turn again, and a reply is awaited from then on; however
 * late this is heard of. Where it was answered meanwhile, nothing is awaited any more.
 */
export async function hearAsked(ctx: Ctx, event: RecordedEvent): Promise<void> {
  if (event.facts['isAutomatic'] === true) return;
  const at = event.occurredAt;
  const open = await unanswered(ctx, await openOnes(ctx, event.subjectId), at);
  const theirs = open.filter(({ state }) => state === 'theirs');
  await writeChanges(
    ctx,
    theirs.map((before) => ({ before, after: { ...before, state: 'ours' }, at })),
  );
  await step(ctx, open, { type: 'asked', at });
}

/** Those on which no person told anything, and the turn was not handed over, since then. */
async function unanswered(ctx: Ctx, tickets: readonly Stored[], since: Date): Promise<Stored[]> {
  // ticket_notes_ticket (ticket_id, id), ticket_pauses_pkey (ticket_id, …)
  const { rows } = await sql<{ id: number }>`
    select t.id from unnest(${tickets.map(({ id }) => id)}::bigint[]) as t (id)
    where  not exists (select from ticket_notes n
                       where  n.ticket_id = t.id and n.kind = 'told' and n.rule_id is null
                       and    n.created_at > ${since})
    and    not exists (select from ticket_pauses p
                       where  p.ticket_id = t.id and p.reason = 'theirs'
                       and    p.from_at > ${since})`.execute(ctx.db);
  const ids = new Set(rows.map(({ id }) => id));
  return tickets.filter(({ id }) => ids.has(id));
}

/**
 * Our message has left, or the subscriber was reached by phone: that is a reply, unless a program
 * wrote it.
 */
export async function hearTold(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { outcome, staffId } = event.facts;
  if (staffId === null && event.type === 'conversations.message_sent') return;
  if (outcome !== undefined && outcome !== 'reached') return;
  const open = await openOnes(ctx, event.subjectId);
  await step(ctx, open, { type: 'told', at: event.occurredAt });
}

/** It has become known who wrote: tickets that came of it and are nobody's are theirs as well. */
export async function hearRecognised(ctx: Ctx, event: RecordedEvent): Promise<void> {
  if (event.subscriberId === null) return;
  // Locked, so that an erasure that begins meanwhile waits and sees these tickets as theirs.
  const found = await lockSubscriber(ctx, event.subscriberId, 'subscribers.view');
  if (!found.ok) return;
  // conversations_root, ticket_conversations_other (conversation_id, ticket_id), tickets_pkey
  const { rows } = await sql<{ id: number }>`
    select t.id from ticket_conversations l join tickets t on t.id = l.ticket_id
    where  l.conversation_id in ${wholeOf(event.subjectId)} and t.subscriber_id is null`.execute(
    ctx.db,
  );
  const locked = await lockTickets(
    ctx,
    rows.map(({ id }) => id),
  );
  const subscriberId = found.value.id;
  await writeChanges(
    ctx,
    locked.flatMap((before) =>
      before.subscriberId === null ? [{ before, after: { ...before, subscriberId } }] : [],
    ),
  );
}

async function openOnes(ctx: Ctx, conversationId: number): Promise<Stored[]> {
  const tickets = await lockTickets(ctx, await linkedTickets(ctx, conversationId));
  return tickets.filter(({ state }) => state !== 'done');
}

const step = (ctx: Ctx, tickets: readonly Stored[], what: Step): Promise<void> =>
  settleClocks(
    ctx,
    tickets.map(({ id, categoryId, priority }) => ({ id, categoryId, priority, steps: [what] })),
  );
