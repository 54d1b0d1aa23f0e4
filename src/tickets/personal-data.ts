import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { eraseFile } from '../kernel/files/files.ts';
import { fail } from '../kernel/result.ts';
import { removeEntries } from '../kernel/search/index-entries.ts';
import { forgetBulkRows } from '../work/index.ts';
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
  // tickets_subscriber (subscriber_id, opened_at desc)
  const { rows } = await sql<Row>`
    select t.id as number, k.name as category, t.subject, t.description, t.state, t.priority,
           a.number as account, t.attributes, t.opened_at, t.closed_at
    from   tickets t
    join   ticket_categories k on k.id = t.category_id
    left   join accounts a on a.id = t.account_id
    where  t.subscriber_id = any(${ids}::bigint[])
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
 * Forgets what was said of the person; that there was a ticket, what it was about in one word and
 * how long it took stays, for figures count it. An open ticket holds the erasure up.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      select id from tickets
      where  subscriber_id = any(${ids}::bigint[]) and state <> 'done'
      order  by id limit 1`.execute(ctx.db);
    const [open] = rows;
    return open ? fail('tickets.still_open', { number: open.id }).failure : null;
  },
  erase: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      update tickets set subject = '—', description = '', attributes = '{}'
      where  subscriber_id = any(${ids}::bigint[])
      returning id`.execute(ctx.db);
    const own = rows.map(({ id }) => id);
    const files = await sql<{ fileId: number }>`
      select f.file_id from ticket_notes n join ticket_files f on f.note_id = n.id
      where  n.ticket_id = any(${own}::bigint[])`.execute(ctx.db);
    for (const { fileId } of files.rows) await eraseFile(ctx, fileId);
    await sql`update ticket_notes set text = ''
      where ticket_id = any(${own}::bigint[])`.execute(ctx.db);
    await forgetBulkRows(ctx, 'tickets', own);
    await removeEntries(ctx, 'ticket', own);
  },
};
