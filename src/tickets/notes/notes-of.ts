import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Ticket } from '../api/open.ts';

type Note = z.input<typeof Ticket>['notes'][number];
type Page = { notes: Note[]; hasEarlierNotes: boolean };

/** So many notes are shown with a ticket; those before them are asked for. */
const MOST_AT_ONCE = 500;

/**
 * Of the notes of a ticket and of what was merged into it the newest, with their files, the
 * earliest of them first.
 * @param page.before the id of a note: only those written before it
 */
export async function notesOf(
  ctx: Ctx,
  id: number,
  { before, limit = MOST_AT_ONCE }: { before?: number; limit?: number } = {},
): Promise<Page> {
  const isBefore =
    before === undefined
      ? sql``
      : sql`and (n.created_at, n.id) < (select created_at, id from ticket_notes where id = ${before})`;
  // ticket_notes_ticket (ticket_id, id), and primary keys
  const { rows } = await sql<Note>`
    select n.id, n.kind, s.name as author, r.name as rule, n.text, n.created_at as at, o.state as sending,
           coalesce((select jsonb_agg(jsonb_build_object(
                              'id', f.id, 'name', f.name, 'contentType', f.content_type,
                              'sizeBytes', f.size_bytes) order by f.id)
                     from   ticket_files a
                     join   files f on f.id = a.file_id and f.erased_at is null
                     where  a.note_id = n.id), '[]') as files
    from   ticket_notes n
    left   join staff s on s.id = n.author_staff_id
    left   join ticket_rules r on r.id = n.rule_id
    left   join messages m on m.id = n.message_id
    left   join outgoing_messages o on o.id = m.outgoing_message_id
    where  n.ticket_id in (select id from tickets where id = ${id} or root_id = ${id}) ${isBefore}
    order  by n.created_at desc, n.id desc
    limit  ${limit + 1}`.execute(ctx.db);
  return { notes: rows.slice(0, limit).toReversed(), hasEarlierNotes: rows.length > limit };
}
