import { sql } from 'kysely';
import { conversationsOf } from '../conversations/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { purgeHistoryOf } from '../kernel/events/purge-personal-history.ts';
import { eraseFile } from '../kernel/files/files.ts';
import { fail } from '../kernel/result.ts';
import { removeEntries } from '../kernel/search/index-entries.ts';
import { forgetSigns, signedAs, signedAsAlone } from './signs.ts';
import { isPutBack } from './splitting/splits-of.ts';
import { forgetBulkRows, forgetWriting } from '../work/index.ts';
import type { ClusterIds, Eraser, PersonalDataSource } from '../subscribers/index.ts';

type Row = Record<string, unknown>;

/**
 * What tickets tell a person they hold: what each was about, and what the person was told. Internal
 * notes are our own words about our own work.
 */
export const personalData: readonly PersonalDataSource[] = [
  {
    section: 'tickets',
    choices: {
      state: (value) => `choices.state.${value}`,
      priority: (value) => `choices.priority.${value}`,
    },
    load: loadTickets,
  },
  { section: 'ticketAnswers', load: loadAnswers },
];

async function loadTickets(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // tickets_subscriber (subscriber_id, opened_at desc), ticket_signs_value (kind, value)
  const { rows } = await sql<Row>`
    select t.id as number, k.name as category, t.subject, t.description, t.state, t.priority,
           a.number as account, t.attributes, t.opened_at, t.closed_at,
           (select string_agg(g.value, ', ' order by g.kind, g.value) from ticket_signs g
            where  g.ticket_id = t.id) as signs
    from   tickets t
    join   ticket_categories k on k.id = t.category_id
    left   join accounts a on a.id = t.account_id
    where (t.subscriber_id = any(${ids}::bigint[]) or t.id in ${signedAsAlone(ids)})
    -- What was split off and put back has nothing left, unless something was written on it since.
    and    not (${isPutBack} and not exists (select from ticket_notes n where n.ticket_id = t.id))
    order  by t.id`.execute(ctx.db);
  return rows;
}

async function loadAnswers(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // tickets_subscriber, ticket_notes_ticket (ticket_id, id), ticket_files_pkey
  const { rows } = await sql<Row>`
    select t.id as number, n.text, n.created_at,
           (select string_agg(f.name, ', ' order by f.id)
            from   ticket_files a join files f on f.id = a.file_id
            where  a.note_id = n.id) as files
    from   tickets t
    join   ticket_notes n on n.ticket_id = t.id
    where  t.subscriber_id = any(${ids}::bigint[]) and n.kind = 'told'
    order  by n.id`.execute(ctx.db);
  return rows;
}

/**
 * Tickets of these people: those that say so, and those of nobody that a conversation of theirs has
 * led to, or that an import said to be theirs.
 */
const theirs = (ids: ClusterIds) => sql`(
  select id, root_id from tickets where subscriber_id = any(${ids}::bigint[])
  union
  select t.id, t.root_id
  from   ${conversationsOf(ids)} c
  join   ticket_conversations l on l.conversation_id = c.id
  join   tickets t on t.id = l.ticket_id
  where  t.subscriber_id is null
  union
  select s.id, s.root_id from ${signedAs(ids)} s)`;

/**
 * Forgets what was said of the person; that there was a ticket, what it was about in one word and
 * how long it took stays, for figures count it. An open ticket holds the erasure up, and so does
 * the one that a ticket was merged into.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    // tickets_subscriber, ticket_conversations_other (conversation_id, ticket_id), tickets_pkey
    const { rows } = await sql<{ id: number }>`
      select r.id from ${theirs(ids)} t join tickets r on r.id = coalesce(t.root_id, t.id)
      where  r.state <> 'done'
      order  by r.id limit 1`.execute(ctx.db);
    const [open] = rows;
    return open ? fail('tickets.still_open', { number: open.id }).failure : null;
  },
  erase: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      update tickets set subject = '—', description = '', attributes = '{}'
      where  id in (select id from ${theirs(ids)} t)
      returning id`.execute(ctx.db);
    const own = rows.map(({ id }) => id);
    const files = await sql<{ fileId: number }>`
      select f.file_id from ticket_notes n join ticket_files f on f.note_id = n.id
      where  n.ticket_id = any(${own}::bigint[])`.execute(ctx.db);
    for (const { fileId } of files.rows) await eraseFile(ctx, fileId);
    await sql`update ticket_notes set text = ''
      where ticket_id = any(${own}::bigint[])`.execute(ctx.db);
    await forgetSigns(ctx, ids, own);
    await purgeHistoryOf(ctx, 'ticket', own);
    // Whoever writes at one now waits for its row, and is refused then.
    await forgetWriting(ctx, 'tickets', own);
    await forgetBulkRows(ctx, 'tickets', own);
    await removeEntries(ctx, 'ticket', own);
  },
};
