import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import type { Hears } from '../../kernel/wiring.ts';
import { openCase } from '../cases/open-case.ts';
import { lockOpenOf } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { hearWish } from './hear-words.ts';
import { loadRules } from './load-rules.ts';

type Said = {
  text: string;
  subscriberId: number;
  conversationId: number | null;
  ticketId: number | null;
  messageId?: number;
  ownerStaffId: number | null;
  teamId: number | null;
};

/** Listens to everything that is said to us, or written down of it. */
export const wishHears: Hears = {
  'conversations.opened': hearConversation,
  'conversations.message_came': hearConversation,
  'conversations.noted': hearConversation,
  'conversations.outcome_recorded': hearOutcome,
  'conversations.sender_recognised': hearAll,
  'conversations.sender_named': hearAll,
  'conversations.call_answered': hearSpoken,
  'conversations.call_started': hearSpoken,
  'conversations.message_sent': hearSpoken,
  'tickets.opened': hearTicket,
  'tickets.noted': hearNote,
};

/** What came, or what was noted of a talk, at the moment of the event. */
async function hearConversation(ctx: Ctx, event: RecordedEvent): Promise<void> {
  if (event.facts['isAutomatic'] === true) return;
  await hearMessages(ctx, event, sql`m.happened_at = ${event.occurredAt}`);
}

/** Whoever it is was not known when they wrote. */
async function hearAll(ctx: Ctx, event: RecordedEvent): Promise<void> {
  await hearMessages(ctx, event, sql`true`);
}

async function hearMessages(
  ctx: Ctx,
  { subjectId, occurredAt }: RecordedEvent,
  which: ReturnType<typeof sql>,
): Promise<void> {
  // conversations_pkey, case_wishes_message_id_key,
  // messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql<Said>`
    select concat_ws(E'\n', m.subject, m.text) as text, s.root_id as subscriber_id,
           c.id as conversation_id, null::bigint as ticket_id, m.id as message_id,
           c.owner_staff_id, c.team_id
    from   conversations c
    join   subscribers s on s.id = c.subscriber_id
    join   messages m on m.conversation_id = c.id
    where  c.id = ${subjectId} and ${which} and m.direction in ('in', 'note')
    and    not m.is_automatic
    and    not exists (select from case_wishes w where w.message_id = m.id)
    order  by m.id limit 200`.execute(ctx.db);
  await hear(ctx, rows, occurredAt);
}

/** What was written down when a call had ended. */
async function hearOutcome(ctx: Ctx, { subjectId, occurredAt }: RecordedEvent): Promise<void> {
  // callbacks_conversation_id_key, call_attempts_callback
  const { rows } = await sql<Said>`
    select a.note as text, s.root_id as subscriber_id, c.id as conversation_id,
           null::bigint as ticket_id, c.owner_staff_id, c.team_id
    from   conversations c
    join   subscribers s on s.id = c.subscriber_id
    join   callbacks b on b.conversation_id = c.id
    join   call_attempts a on a.callback_id = b.id
    where  c.id = ${subjectId} and a.note <> ''
    order  by a.id desc limit 1`.execute(ctx.db);
  await hear(ctx, rows, occurredAt);
}

/** What a ticket was opened with. */
async function hearTicket(ctx: Ctx, { subjectId, occurredAt }: RecordedEvent): Promise<void> {
  // tickets_pkey, subscribers_pkey
  const { rows } = await sql<Said>`
    select concat_ws(E'\n', t.subject, t.description) as text, s.root_id as subscriber_id,
           null::bigint as conversation_id, t.id as ticket_id, t.owner_staff_id, t.team_id
    from   tickets t join subscribers s on s.id = t.subscriber_id
    where  t.id = ${subjectId}`.execute(ctx.db);
  await hear(ctx, rows, occurredAt);
}

async function hearNote(ctx: Ctx, { subjectId, occurredAt, facts }: RecordedEvent): Promise<void> {
  // ticket_notes_pkey, tickets_pkey, subscribers_pkey
  const { rows } = await sql<Said>`
    select n.text, s.root_id as subscriber_id, null::bigint as conversation_id,
           t.id as ticket_id, t.owner_staff_id, t.team_id
    from   ticket_notes n
    join   tickets t on t.id = n.ticket_id
    join   subscribers s on s.id = t.subscriber_id
    where  n.id = ${Number(facts['noteId'])} and t.id = ${subjectId}`.execute(ctx.db);
  await hear(ctx, rows, occurredAt);
}

async function hear(ctx: Ctx, said: readonly Said[], heardAt: Date): Promise<void> {
  if (said.length === 0) return;
  const rules = await loadRules(ctx);
  for (const { text, ...from } of said) {
    const { wish, isAngry } = hearWish(rules, text);
    if (wish) await openCase(ctx, { ...from, ...wish, source: 'words', isAngry, heardAt });
  }
}

/** A call or an answer of ours is what their wish waited for. */
async function hearSpoken(ctx: Ctx, { subscriberId, occurredAt }: RecordedEvent): Promise<void> {
  if (subscriberId === null) return;
  const standing = await lockOpenOf(ctx, subscriberId);
  if (!standing || standing.spokenAt || occurredAt < standing.openedAt) return;
  const told = { type: 'retention.spoken' } as const;
  await writeCase(ctx, standing, { spokenAt: occurredAt }, told);
}
