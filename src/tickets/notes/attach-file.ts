import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Upload } from '../../kernel/wiring.ts';
import { me, reaches } from '../reach.ts';

type Input = { id: number; noteId: number };
type Place = { subscriberId: number | null };

/**
 * Puts a file to a note of one's own. The bytes are kept first and the row is written after them,
 * so no note ever points at a file that is not there.
 */
export async function attachFile(
  ctx: Ctx,
  input: Input,
  upload: Upload,
): Promise<Result<{ fileId: number }>> {
  // Who may not write here is told before the bytes are taken.
  const found = await findNote(ctx, input);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  const { fileName: name, contentType, stream } = upload;
  const file = await storeFile(ctx, {
    name,
    contentType,
    stream,
    ...(subscriberId === null ? {} : { subscriberId }),
  });
  const attached = await inTransaction(ctx, (tx) => attach(tx, input, file.id));
  if (!attached.ok) await eraseFile(ctx, file.id);
  return attached;
}

async function findNote(ctx: Ctx, { id, noteId }: Input): Promise<Result<Place>> {
  // tickets_pkey, ticket_notes_pkey
  const { rows } = await sql<Place & { isOwn: boolean }>`
    select t.subscriber_id,
           exists (select from ticket_notes n
                   where  n.id = ${noteId} and n.ticket_id = t.id
                   and    n.author_staff_id = ${me(ctx)}) as is_own
    from   tickets t
    where  t.id = ${id} and ${reaches(ctx, 'tickets.work')}`.execute(ctx.db);
  if (!rows[0]) return fail('tickets.not_found');
  return rows[0].isOwn ? ok(rows[0]) : fail('tickets.no_such_note');
}

async function attach(
  ctx: Ctx,
  { id, noteId }: Input,
  fileId: number,
): Promise<Result<{ fileId: number }>> {
  const found = await findNote(ctx, { id, noteId });
  if (!found.ok) return found;
  await ctx.db.insertInto('ticketFiles').values({ noteId, fileId }).execute();
  await emit(ctx, {
    type: 'tickets.file_attached',
    subject: { kind: 'ticket', id },
    subscriberId: found.value.subscriberId,
    facts: { number: id, noteId, fileId },
  });
  return ok({ fileId });
}
