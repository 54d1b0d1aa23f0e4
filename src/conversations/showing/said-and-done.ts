import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Conversation } from '../api/shapes.ts';
import type { Opened } from './find-opened.ts';
import { clusterOf } from '../record/cluster.ts';
import { type FollowUpRow, followUpQuery } from '../follow-ups/list-follow-ups.ts';

type Message = z.input<typeof Conversation>['messages'][number];

const MOST_MESSAGES = 500;

/** What was said both ways and noted, with files, and how far what we said has come. */
export async function messagesOf(ctx: Ctx, id: number): Promise<Message[]> {
  // messages_conversation (conversation_id, happened_at, id), message_files_pkey, files_pkey,
  // outgoing_messages_pkey, incoming_files_message (raw_message_id), raw_messages_pkey
  const { rows } = await sql<Message>`
    select m.id, m.direction, s.name as author, m.text, m.edited_at, m.former_text,
           m.happened_at as at, m.sender_name,
           m.sender_address, m.subject, m.quoted, m.is_automatic,
           m.is_unproven,
           case when w.id is not null and m.answer_to <> m.sender_address then m.answer_to
                else '' end as answer_to,
           w.file_id is not null as is_letter,
           coalesce((select jsonb_agg(jsonb_build_object(
                              'id', f.id, 'name', f.name, 'contentType', f.content_type,
                              'sizeBytes', f.size_bytes, 'isInline', a.is_inline) order by f.id)
                     from   message_files a
                     join   files f on f.id = a.file_id and f.erased_at is null
                     where  a.message_id = m.id), '[]') as files,
           coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'state', w.state)
                                      order by w.id)
                     from   incoming_files w
                     where  w.raw_message_id = m.raw_message_id and w.name <> ''
                     and    w.state <> 'fetched'), '[]') as lacking_files,
           case when o.id is not null then jsonb_build_object(
             'state', o.state, 'trouble', o.trouble, 'error', o.error) end as sending
    from   messages m
    left   join staff s on s.id = m.author_staff_id
    left   join outgoing_messages o on o.id = m.outgoing_message_id
    left   join raw_messages w on w.id = m.raw_message_id and w.channel = 'email'
                              and w.erased_at is null
    where  m.conversation_id in ${clusterOf(id)}
    order  by m.happened_at, m.id
    limit  ${MOST_MESSAGES}`.execute(ctx.db);
  return rows;
}

const MOST_ATTEMPTS = 500;

type AttemptRow = {
  id: number;
  staff: { id: number; name: string };
  startedAt: Date;
  endedAt: Date | null;
  evidence: 'agent' | 'exchange';
  callId: number | null;
  outcome: z.infer<typeof Conversation>['attempts'][number]['outcome'];
  note: string;
};

/** The calls of a conversation, the earliest first. */
export async function attemptsOf(ctx: Ctx, id: number): Promise<AttemptRow[]> {
  // callbacks_conversation_id_key, call_attempts_callback (callback_id, started_at desc)
  const { rows } = await sql<AttemptRow>`
    select a.id, a.started_at, a.ended_at, a.evidence, a.outcome, a.note, a.call_id,
           jsonb_build_object('id', s.id, 'name', s.name) as staff
    from   callbacks b
    join   call_attempts a on a.callback_id = b.id
    join   staff s on s.id = a.staff_id
    where  b.conversation_id in ${clusterOf(id)}
    order  by a.started_at, a.id
    limit  ${MOST_ATTEMPTS}`.execute(ctx.db);
  return rows;
}

type CallRow = z.input<typeof Conversation>['calls'][number];

const MOST_CALLS = 500;

/** The calls of a conversation as the exchange saw them, the earliest first. */
export async function callsOf(ctx: Ctx, id: number): Promise<CallRow[]> {
  // calls_conversation (conversation_id, began_at), call_recordings_channel_id_linked_id_key
  const { rows } = await sql<CallRow>`
    select k.id, k.direction, s.name as staff_name, k.began_at, k.answered_at, k.ended_at, k.result,
           r.state as recording
    from   calls k
    left   join staff s on s.id = k.staff_id
    left   join call_recordings r on r.channel_id = k.channel_id and r.linked_id = k.linked_id
    where  k.conversation_id in ${clusterOf(id)} and k.began_at is not null and k.direction in ('in', 'out')
    order  by k.began_at, k.id
    limit  ${MOST_CALLS}`.execute(ctx.db);
  return rows;
}

const MOST_FOLLOW_UPS = 500;

/** What was promised, done or not, the earliest first. */
export async function followUpsOf(ctx: Ctx, id: number): Promise<FollowUpRow[]> {
  // follow_ups_conversation (conversation_id)
  const { rows } = await sql<FollowUpRow>`
    ${followUpQuery} where u.conversation_id in ${clusterOf(id)}
    order by u.due_at, u.id limit ${MOST_FOLLOW_UPS}`.execute(ctx.db);
  return rows;
}

const MOST_ITEMS = 500;

type Past = {
  id: number;
  type: string;
  at: Date;
  actor: string | null;
  facts: Record<string, unknown>;
};

/** Of the journal: what was told before and after the sender was recognised. */
export async function historyOf(
  ctx: Ctx,
  { id, openedAt, ownSubscriberId }: Opened,
): Promise<Past[]> {
  const isOfThis = sql`e.subject_kind = 'conversation' and e.subject_id = ${id}
    and e.recorded_at >= ${openedAt}`;
  // events_subject (subject_kind, subject_id, …), events_timeline (subscriber_id, …); of the months
  // since
  const { rows } = await sql<Past>`
    select e.id, e.type, e.occurred_at as at, s.name as actor, e.facts
    from  (select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e where ${isOfThis} and e.subscriber_id is null
           union all
           select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e where ${isOfThis} and e.subscriber_id = ${ownSubscriberId}) e
    left   join staff s on s.id = e.actor_staff_id
    order  by e.id
    limit  ${MOST_ITEMS}`.execute(ctx.db);
  return rows;
}

export type MergeRow = { id: number; fromId: number; number: number; mergedAt: Date };

/** What was merged into a conversation and can be set apart again. */
export async function mergesOf(ctx: Ctx, id: number): Promise<MergeRow[]> {
  // conversations_root (root_id), conversation_merges_from (from_id) where undone_at is null
  const { rows } = await sql<MergeRow>`
    select m.id, m.from_id, f.number, m.merged_at
    from   conversations f join conversation_merges m on m.from_id = f.id and m.undone_at is null
    where  f.root_id = ${id} order by m.id`.execute(ctx.db);
  return rows;
}
