import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import type { Hears } from '../../kernel/wiring.ts';
import { joinCases } from '../cases/join-cases.ts';
import { partCases } from '../cases/part-cases.ts';
import { openCase } from '../cases/open-case.ts';
import { hearReached, hearSpoken } from './hear-spoken.ts';
import { hearWish } from './hear-words.ts';
import { isAnswered, type Said } from './is-answered.ts';
import { loadRules } from './load-rules.ts';
import { moveWishes } from './move-wishes.ts';

/** Listens to everything that is said to us, or written down of it; and who becomes one person. */
export const wishHears: Hears = {
  'subscribers.merged': joinCases,
  'subscribers.unmerged': partCases,
  'conversations.opened': hearMessage,
  'conversations.message_came': hearMessage,
  'conversations.message_edited': hearMessage,
  'conversations.noted': hearMessage,
  'conversations.outcome_recorded': hearOutcome,
  'conversations.sender_recognised': hearRecognised,
  'conversations.call_answered': hearSpoken,
  'conversations.message_sent': hearSpoken,
  'tickets.opened': hearTicket,
  'tickets.noted': hearNote,
};

/** The message that an event tells of, whatever was changed in it since. */
async function hearMessage(ctx: Ctx, { facts, occurredAt }: RecordedEvent): Promise<void> {
  const messageId = Number(facts['messageId'] ?? 0);
  if (messageId === 0 || facts['isAutomatic'] === true) return;
  await hear(ctx, await messagesOf(ctx, sql`m.id = ${messageId}`), occurredAt);
}

/** Whoever it is was not known, or was taken for somebody else, when all this was said. */
async function hearRecognised(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { subjectId, occurredAt } = event;
  await moveWishes(ctx, event);
  // messages_conversation (conversation_id, happened_at, id), callbacks_conversation_id_key
  await hear(ctx, await messagesOf(ctx, sql`m.conversation_id = ${subjectId}`), occurredAt);
  await hear(ctx, await outcomesOf(ctx, sql`b.conversation_id = ${subjectId}`), occurredAt);
}

async function messagesOf(ctx: Ctx, which: RawBuilder<unknown>): Promise<Said[]> {
  // messages_pkey, conversations_pkey, case_wishes_message_id_key
  const { rows } = await sql<Said>`
    select concat_ws(E'\n', m.subject, m.text) as text, s.root_id as subscriber_id,
           c.id as conversation_id, null::bigint as ticket_id, m.id as message_id,
           m.direction = 'note' as is_ours, m.happened_at as said_at,
           c.owner_staff_id, c.team_id
    from   messages m
    join   conversations c on c.id = m.conversation_id
    join   subscribers s on s.id = c.subscriber_id
    where  ${which} and m.direction in ('in', 'note') and not m.is_automatic
    and    not exists (select from case_wishes w where w.message_id = m.id)
    order  by m.id desc limit 200`.execute(ctx.db);
  return rows.toReversed();
}

/** What was written down when a call had ended; to be reached by it is to be spoken with. */
async function hearOutcome(ctx: Ctx, event: RecordedEvent): Promise<void> {
  await hearReached(ctx, event);
  const attemptId = Number(event.facts['attemptId'] ?? 0);
  await hear(ctx, await outcomesOf(ctx, sql`a.id = ${attemptId}`), event.occurredAt);
}

async function outcomesOf(ctx: Ctx, which: RawBuilder<unknown>): Promise<Said[]> {
  // call_attempts_pkey, call_attempts_callback, case_wishes_attempt_id_key
  const { rows } = await sql<Said>`
    select a.note as text, s.root_id as subscriber_id, c.id as conversation_id,
           null::bigint as ticket_id, a.id as attempt_id, true as is_ours,
           coalesce(a.ended_at, a.started_at) as said_at, c.owner_staff_id, c.team_id
    from   call_attempts a
    join   callbacks b on b.id = a.callback_id
    join   conversations c on c.id = b.conversation_id
    join   subscribers s on s.id = c.subscriber_id
    where  ${which} and a.note <> ''
    and    not exists (select from case_wishes w where w.attempt_id = a.id)
    order  by a.id desc limit 200`.execute(ctx.db);
  return rows.toReversed();
}

/** What a ticket was opened with. */
async function hearTicket(ctx: Ctx, { subjectId, occurredAt }: RecordedEvent): Promise<void> {
  // tickets_pkey, subscribers_pkey
  const { rows } = await sql<Said>`
    select concat_ws(E'\n', t.subject, t.description) as text, s.root_id as subscriber_id,
           null::bigint as conversation_id, t.id as ticket_id, true as is_ours,
           t.opened_at as said_at, t.owner_staff_id, t.team_id
    from   tickets t join subscribers s on s.id = t.subscriber_id
    where  t.id = ${subjectId}`.execute(ctx.db);
  await hear(ctx, rows, occurredAt);
}

async function hearNote(ctx: Ctx, { subjectId, occurredAt, facts }: RecordedEvent): Promise<void> {
  // ticket_notes_pkey, tickets_pkey, subscribers_pkey
  const { rows } = await sql<Said>`
    select n.text, s.root_id as subscriber_id, null::bigint as conversation_id,
           t.id as ticket_id, true as is_ours, n.created_at as said_at, t.owner_staff_id, t.team_id
    from   ticket_notes n
    join   tickets t on t.id = n.ticket_id
    join   subscribers s on s.id = t.subscriber_id
    where  n.id = ${Number(facts['noteId'])} and t.id = ${subjectId}`.execute(ctx.db);
  await hear(ctx, rows, occurredAt);
}

async function hear(ctx: Ctx, said: readonly Said[], heardAt: Date): Promise<void> {
  if (said.length === 0) return;
  const rules = await loadRules(ctx);
  for (const one of said) {
    const { text, ...from } = one;
    const { wish, isAngry } = hearWish(rules, text);
    if (!wish || (await isAnswered(ctx, one))) continue;
    await openCase(ctx, { ...from, ...wish, source: 'words', isAngry, heardAt });
  }
}
