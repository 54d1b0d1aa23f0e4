import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Conversation, FeedPage } from '../api/shapes.ts';
import type { Opened } from './find-opened.ts';
import { clusterOf } from '../record/cluster.ts';
import { type FollowUpRow, followUpQuery } from '../follow-ups/list-follow-ups.ts';

type Message = z.input<typeof Conversation>['messages'][number];

/** So many of each kind are shown at once, the newest; what came before is asked for. */
const MOST_AT_ONCE = 500;

/** From `since` on, as far as it is told, and before a moment. */
type Span = { since: Date | null; before: Date | null };

const isWithin = (at: RawBuilder<unknown>, { since, before }: Span) => sql`
  ${at} >= coalesce(${since}::timestamptz, '-infinity')
  and ${at} < coalesce(${before}::timestamptz, 'infinity')`;

/**
 * The newest of everything that was said and done before a moment, in its order; all kinds from the
 * same moment on, so that nothing is missing between two of them.
 * @returns earlierBefore the moment before which there is more, or null
 */
export async function feedPage(
  ctx: Ctx,
  opened: Told,
  before: Date | null = null,
): Promise<z.input<typeof FeedPage>> {
  const whole = await wholeOf(ctx, opened);
  const since = await sinceOf(ctx, whole, before);
  const span = { since, before };
  const [messages, attempts, calls, history] = await Promise.all([
    messagesOf(ctx, opened.id, span),
    attemptsOf(ctx, opened.id, span),
    callsOf(ctx, opened.id, span),
    historyOf(ctx, whole, span),
  ]);
  return { messages, attempts, calls, history, earlierBefore: since };
}

/** From when on no kind has more than is shown at once; null where that is all there is. */
async function sinceOf(ctx: Ctx, whole: Whole, before: Date | null): Promise<Date | null> {
  const span = { since: null, before };
  const own = clusterOf(whole.id);
  // A moment travels in milliseconds: what is finer belongs to the page that begins with it.
  const nth = (at: RawBuilder<unknown>, rows: RawBuilder<unknown>) => sql`
    (select date_trunc('milliseconds', min(n.at)) as at
     from  (select ${at} as at ${rows} and ${isWithin(at, span)}
            order by ${at} desc limit ${MOST_AT_ONCE + 1}) n
     having count(*) > ${MOST_AT_ONCE})`;
  // messages_conversation, callbacks_conversation_id_key and call_attempts_callback,
  // calls_conversation, events_subject
  const { rows } = await sql<{ since: Date | null }>`
    select max(k.at) as since from (
      ${nth(sql`m.happened_at`, sql`from messages m where m.conversation_id in ${own}`)}
      union all
      ${nth(
        sql`a.started_at`,
        sql`from callbacks b join call_attempts a on a.callback_id = b.id
            where b.conversation_id in ${own}`,
      )}
      union all
      ${nth(sql`k.began_at`, sql`from calls k where k.conversation_id in ${own}`)}
      union all
      ${nth(
        sql`e.occurred_at`,
        sql`from events e where ${isOfThis(whole)} and e.recorded_at >= ${whole.begunAt}`,
      )}) k`.execute(ctx.db);
  return rows[0]?.since ?? null;
}

/** What was said both ways and noted, with files, and how far what we said has come. */
async function messagesOf(ctx: Ctx, id: number, span: Span): Promise<Message[]> {
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
             'state', o.state, 'trouble', o.trouble, 'error', o.error,
             'readAt', o.read_at) end as sending
    from   messages m
    left   join staff s on s.id = m.author_staff_id
    left   join outgoing_messages o on o.id = m.outgoing_message_id
    left   join raw_messages w on w.id = m.raw_message_id and w.channel = 'email'
                              and w.erased_at is null
    where  m.conversation_id in ${clusterOf(id)} and ${isWithin(sql`m.happened_at`, span)}
    order  by m.happened_at, m.id`.execute(ctx.db);
  return rows;
}

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
async function attemptsOf(ctx: Ctx, id: number, span: Span): Promise<AttemptRow[]> {
  // callbacks_conversation_id_key, call_attempts_callback (callback_id, started_at desc)
  const { rows } = await sql<AttemptRow>`
    select a.id, a.started_at, a.ended_at, a.evidence, a.outcome, a.note, a.call_id,
           jsonb_build_object('id', s.id, 'name', s.name) as staff
    from   callbacks b
    join   call_attempts a on a.callback_id = b.id
    join   staff s on s.id = a.staff_id
    where  b.conversation_id in ${clusterOf(id)} and ${isWithin(sql`a.started_at`, span)}
    order  by a.started_at, a.id`.execute(ctx.db);
  return rows;
}

type CallRow = z.input<typeof Conversation>['calls'][number];

/** The calls of a conversation as the exchange saw them, the earliest first. */
async function callsOf(ctx: Ctx, id: number, span: Span): Promise<CallRow[]> {
  // calls_conversation (conversation_id, began_at), call_recordings_call
  const { rows } = await sql<CallRow>`
    select k.id, k.direction, s.name as staff_name, k.began_at, k.answered_at, k.ended_at, k.result,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'state', r.state)
                                      order by r.id)
                     from   call_recordings r
                     where  r.channel_id = k.channel_id and r.linked_id = k.linked_id), '[]')
             as recordings
    from   calls k
    left   join staff s on s.id = k.staff_id
    where  k.conversation_id in ${clusterOf(id)} and k.direction in ('in', 'out')
    and    ${isWithin(sql`k.began_at`, span)}
    order  by k.began_at, k.id`.execute(ctx.db);
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

type Told = Pick<Opened, 'id' | 'ownSubscriberId'>;

/** A conversation with all that was merged into it, and since when there is any of it. */
type Whole = Told & { ids: number[]; begunAt: Date };

/** Said as values, so that months before need not be planned for. */
async function wholeOf(ctx: Ctx, { id, ownSubscriberId }: Told): Promise<Whole> {
  // conversations_root (root_id), conversations_pkey
  const { rows } = await sql<{ ids: number[]; begunAt: Date }>`
    select array_agg(id) as ids, min(opened_at) as begun_at
    from   conversations where id in ${clusterOf(id)}`.execute(ctx.db);
  const [whole] = rows;
  if (!whole) throw new Error('a conversation is of its own cluster');
  return { id, ownSubscriberId, ...whole };
}

const isOfThis = ({ ids }: Whole) => sql`e.subject_kind = 'conversation'
  and e.subject_id = any(${ids}::bigint[])`;

type Past = {
  id: number;
  type: string;
  at: Date;
  actor: string | null;
  facts: Record<string, unknown>;
};

/**
 * Of the journal: of the conversation and of whatever was merged into it, whoever was thought to be
 * its sender then. What a base has brought stands under the subscriber whom it was about.
 */
async function historyOf(ctx: Ctx, whole: Whole, span: Span): Promise<Past[]> {
  const isMeant = sql`${isOfThis(whole)} and ${isWithin(sql`e.occurred_at`, span)}`;
  // events_subject (subject_kind, subject_id, …), events_timeline (subscriber_id, …); of the months
  // since
  const { rows } = await sql<Past>`
    select e.id, e.type, e.occurred_at as at, s.name as actor, e.facts
    from  (select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e
           where  ${isMeant} and (e.subscriber_id is null or e.transaction_id is not null)
           and    e.recorded_at >= ${whole.begunAt}
           union all
           select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e
           where  ${isMeant} and e.subscriber_id = ${whole.ownSubscriberId}
           and    e.transaction_id is null and e.occurred_at >= ${whole.begunAt}) e
    left   join staff s on s.id = e.actor_staff_id
    order  by e.id`.execute(ctx.db);
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
