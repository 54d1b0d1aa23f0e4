import { sql } from 'kysely';
import {
  eraseOutgoing,
  eraseRaw,
  eraseRecordings,
  hasWaiting,
  type RawSenders,
  type RecordedCall,
} from '../channels/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { eraseFile } from '../kernel/files/files.ts';
import { fail } from '../kernel/result.ts';
import { removeEntries } from '../kernel/search/index-entries.ts';
import { messageKind } from '../kernel/search/search-kinds.ts';
import { forgetWriting } from '../work/index.ts';
import type { ClusterIds, Eraser, PersonalDataSource } from '../subscribers/index.ts';
import { nothingTold } from './calls/call-state.ts';
import { theirs, toldOf } from './whose-conversations.ts';

type Row = Record<string, unknown>;

/**
 * What conversations tell a person they hold: what was said both ways, and how often we called.
 * Internal notes are our own words about our own work.
 */
export const personalData: readonly PersonalDataSource[] = [
  {
    section: 'conversations',
    choices: {
      channel: (value) => `channels.${value}`,
      closedOutcome: (value) => `closings.${value}`,
    },
    load: loadConversations,
  },
  {
    section: 'messages',
    choices: { direction: (value) => `personalData.directions.${value}` },
    load: loadMessages,
  },
  {
    section: 'calls',
    choices: {
      outcome: (value) => `outcomes.${value}`,
      direction: (value) => `personalData.directions.${value}`,
      result: (value) => `callResults.${value}`,
      recording: (value) => `personalData.recordings.${value}`,
    },
    load: loadCalls,
  },
  {
    section: 'verifications',
    choices: {
      means: (value) => `personalData.means.${value}`,
      verified: (value) => `personalData.verified.${value}`,
    },
    load: loadVerifications,
  },
];

/** Split off and put back, with nothing left in it. */
const isEmptied = sql`exists (
  select from conversation_splits x
  where  x.into_id = c.id and x.undone_at is not null
  and    not exists (select from messages m where m.conversation_id = c.id))`;

async function loadConversations(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // conversations_subscriber (subscriber_id, opened_at desc), conversation_splits_into_id_key
  const { rows } = await sql<Row>`
    select number, channel, subject, sender, contact_draft ->> 'name' as name,
           contact_draft ->> 'account' as account, contact_draft ->> 'phone' as phone,
           contact_draft ->> 'address' as address, opened_at, closed_at, closed_outcome
    from   conversations c
    where  c.id in ${toldOf(ids)} and not ${isEmptied} order by c.id`.execute(ctx.db);
  return rows;
}

async function loadMessages(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // conversations_subscriber, messages_conversation, message_files_pkey, outgoing_messages_pkey
  const { rows } = await sql<Row>`
    select c.number as conversation, m.direction, m.sender_name, m.sender_address, m.answer_to,
           o.recipient, m.subject, m.text, m.former_text, m.quoted, m.happened_at, m.edited_at,
           (select string_agg(f.name, ', ' order by f.id)
            from   message_files a join files f on f.id = a.file_id
            where  a.message_id = m.id) as files
    from   conversations c
    join   messages m on m.conversation_id = c.id
    left   join outgoing_messages o on o.id = m.outgoing_message_id
    where  c.id in ${toldOf(ids)} and m.direction <> 'note'
    order  by m.id`.execute(ctx.db);
  return rows;
}

/** Whether the voice of a call is kept; the file itself is handed out as any recording is. */
const voice = sql`case when exists (
  select from call_recordings r
  where  r.channel_id = k.channel_id and r.linked_id = k.linked_id and r.file_id is not null)
  then 'kept' end as recording`;

async function loadVerifications(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // verifications_subscriber (subscriber_id, happened_at desc), conversations_pkey
  const { rows } = await sql<Row>`
    select c.number as conversation, v.happened_at, v.means, v.result as verified, v.reason
    from   verifications v join conversations c on c.id = v.conversation_id
    where  v.subscriber_id = any(${ids}::bigint[]) order by v.id`.execute(ctx.db);
  return rows;
}

async function loadCalls(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // conversations_subscriber, callbacks_conversation_id_key, call_attempts_callback,
  // calls_conversation (conversation_id, began_at), contacts_subscriber, calls_phone
  const { rows } = await sql<Row>`
    select c.number as conversation, cb.phone, a.started_at, a.outcome, k.direction, k.result,
           k.ended_at, ${voice}
    from   conversations c
    join   callbacks cb on cb.conversation_id = c.id
    join   call_attempts a on a.callback_id = cb.id
    left   join calls k on k.id = a.call_id
    where  c.id in ${toldOf(ids)}
    union  all
    select c.number, k.phone, k.began_at, null, k.direction, k.result, k.ended_at,
           ${voice}
    from   conversations c
    join   calls k on k.conversation_id = c.id
    where  c.id in ${toldOf(ids)} and k.began_at is not null
    and    not exists (select from call_attempts a where a.call_id = k.id)
    union  all
    select null, k.phone, k.began_at, null, k.direction, k.result, k.ended_at,
           ${voice}
    from   calls k
    where  k.phone in (select value from contacts
                       where  subscriber_id = any(${ids}::bigint[]) and kind = 'phone')
    and    k.phone <> '' and k.conversation_id is null and k.began_at is not null
    order  by started_at`.execute(ctx.db);
  return rows;
}

type Held = {
  id: number;
  messageId: number | null;
  rawMessageId: number | null;
  outgoingMessageId: number | null;
};

/**
 * Forgets who wrote and what was said; that there was a request, when it came and when somebody
 * called stays, for the norm's report counts it. An open request holds the erasure up.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ number: number }>`
      select c.number from ${theirs(ids)} t join conversations c on c.id = t.id
      where  c.state <> 'closed'
      order  by c.id limit 1`.execute(ctx.db);
    const [open] = rows;
    if (open) return fail('conversations.still_open', { number: open.number }).failure;
    // Forgotten now, it would never become the request that somebody waits to have answered.
    const isComing = await hasWaiting(ctx, await sendersOf(ctx, ids));
    return isComing ? fail('conversations.still_coming').failure : null;
  },
  erase: async (ctx, ids) => {
    // messages_conversation (conversation_id, happened_at, id)
    const { rows } = await sql<Held>`
      select id, null::bigint as message_id, raw_message_id,
             null::bigint as outgoing_message_id from ${theirs(ids)} t
      union
      select t.id, m.id as message_id, m.raw_message_id, m.outgoing_message_id from ${theirs(ids)} t
      join   messages m on m.conversation_id = t.id`.execute(ctx.db);
    const own = [...new Set(rows.map(({ id }) => id))];
    const messageIds = rows.flatMap(({ messageId }) => messageId ?? []);
    const senders = await sendersOf(ctx, ids);
    const recipients = senders.filter(({ channel }) => channel === 'any');
    await eraseFiles(ctx, own);
    await blank(ctx, own, ids);
    // Whoever writes at one now waits for its row, and is refused then.
    await forgetWriting(ctx, 'conversations', own);
    await blankCalls(ctx, own, ids);
    await removeEntries(ctx, 'conversation', own);
    await removeEntries(ctx, messageKind, messageIds);
    await eraseRaw(ctx, { ids: rows.flatMap(({ rawMessageId }) => rawMessageId ?? []), senders });
    await eraseOutgoing(ctx, {
      ids: [
        ...rows.flatMap(({ outgoingMessageId }) => outgoingMessageId ?? []),
        ...(await codesOf(ctx, own, ids)),
      ],
      // What left by a messenger is known by its message: two messengers may share a number.
      recipients: recipients.map(({ value }) => value),
    });
  },
};

/** The phones, addresses and accounts that they write from. */
async function sendersOf(ctx: Ctx, ids: ClusterIds): Promise<RawSenders> {
  // contacts_subscriber, and the indexes of whose conversations are theirs
  const { rows } = await sql<RawSenders[number]>`
    select case when kind in ('phone', 'email') then 'any' else kind end as channel, value
    from   contacts where subscriber_id = any(${ids}::bigint[])
    union
    select c.channel, c.sender from ${theirs(ids)} t join conversations c on c.id = t.id
    where  c.sender <> '' and c.channel_id is not null and c.channel <> 'email'`.execute(ctx.db);
  return rows;
}

/** What came with their messages. */
async function eraseFiles(ctx: Ctx, own: readonly number[]): Promise<void> {
  // messages_conversation, message_files_pkey
  const { rows } = await sql<{ fileId: number }>`
    select a.file_id from messages m join message_files a on a.message_id = m.id
    where  m.conversation_id = any(${own}::bigint[])`.execute(ctx.db);
  for (const { fileId } of rows) await eraseFile(ctx, fileId);
}

/** By what messages codes left to them, also to addresses that are theirs no more. */
async function codesOf(ctx: Ctx, own: readonly number[], ids: ClusterIds): Promise<number[]> {
  // sent_codes_subscriber (subscriber_id), sent_codes_conversation (conversation_id, …)
  const { rows } = await sql<{ id: number }>`
    select outgoing_message_id as id from sent_codes
    where (subscriber_id = any(${ids}::bigint[]) or conversation_id = any(${own}::bigint[]))
    and    outgoing_message_id is not null`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function blank(ctx: Ctx, own: readonly number[], who: ClusterIds): Promise<void> {
  const ids = sql`any(${own}::bigint[])`;
  // What a request was about is a choice of the form; a letter's subject is the person's own words.
  // Those that only their sender told to be theirs say it themselves from now on.
  await sql`
    update conversations
    set    contact_draft = '{}', sender = '', subject_key = '',
           value_tier = 0, value_reason = null, head_start_seconds = 0, valued_for = null,
           subscriber_id = coalesce(subscriber_id, ${who[0] ?? null}),
           subject = case when channel_id is null then subject else '' end
    where  id = ${ids}`.execute(ctx.db);
  await sql`
    update messages
    set    text = '', former_text = '', quoted = '', subject = '', sender_name = '', sender_address = '',
           answer_to = '', external_id = ''
    where  conversation_id = ${ids}`.execute(ctx.db);
  // Also where the conversation was found to be somebody else's since.
  await sql`update verifications set reason = ''
    where conversation_id = ${ids} or subscriber_id = any(${who}::bigint[])`.execute(ctx.db);
  await sql`update follow_ups set text = '' where conversation_id = ${ids}`.execute(ctx.db);
  await sql`update call_attempts set note = ''
    where callback_id in (select id from callbacks where conversation_id = ${ids})`.execute(ctx.db);
  await sql`update callbacks set phone = '' where conversation_id = ${ids}`.execute(ctx.db);
}

/** Also calls that led to no conversation, which are known by their phone alone. */
async function blankCalls(ctx: Ctx, own: readonly number[], ids: ClusterIds): Promise<void> {
  // calls_conversation (conversation_id, began_at), contacts_subscriber, calls_phone
  const { rows } = await sql<RecordedCall>`
    update calls
    set    phone = '', recording = null, told = ${JSON.stringify(nothingTold)}
    where  id in (
      select id from calls where conversation_id = any(${own}::bigint[])
      union
      select k.id from contacts c join calls k on k.phone = c.value and k.phone <> ''
      where  c.subscriber_id = any(${ids}::bigint[]) and c.kind = 'phone')
    returning channel_id, linked_id`.execute(ctx.db);
  await eraseRecordings(ctx, rows);
}
