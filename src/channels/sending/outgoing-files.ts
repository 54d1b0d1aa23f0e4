import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { FilesAway } from '../../kernel/files/disk.ts';
import { openFile } from '../../kernel/files/files.ts';

/** A file that goes with a message, and under what name the other side has it already. */
export type OutgoingFile = {
  id: number;
  name: string;
  contentType: string;
  sizeBytes: number;
  reference: string;
};

/** What goes with a message, in its order. */
export async function outgoingFiles(ctx: Ctx, messageId: number): Promise<OutgoingFile[]> {
  // outgoing_files_pkey, files_pkey
  const { rows } = await sql<OutgoingFile>`
    select f.id, f.name, f.content_type, f.size_bytes, a.reference
    from   outgoing_files a join files f on f.id = a.file_id and f.erased_at is null
    where  a.outgoing_message_id = ${messageId}
    order  by a.place`.execute(ctx.db);
  return rows;
}

/**
 * The bytes of a file, whole before the first of them leaves. Storage that is away throws
 * `FilesAway`, and so does a file that was erased a moment ago.
 */
export async function bytesOf(ctx: Ctx, fileId: number): Promise<Buffer> {
  const file = await openFile(ctx, fileId);
  if (!file) throw new FilesAway('read', new Error('it was erased'));
  return Buffer.concat(await file.stream.toArray());
}

/**
 * Notes under what name the other side has a file, so that its bytes go over once; that this took
 * long does not count against the message.
 */
export async function noteReference(
  ctx: Ctx,
  messageId: number,
  { id, reference }: Pick<OutgoingFile, 'id' | 'reference'>,
): Promise<void> {
  // outgoing_files_pkey, outgoing_messages_pkey
  await sql`
    with noted as (
      update outgoing_files set reference = ${reference}
      where  outgoing_message_id = ${messageId} and file_id = ${id})
    update outgoing_messages set sending_at = ${ctx.clock.now()}
    where  id = ${messageId} and state = 'sending'`.execute(ctx.db);
}

/**
 * Notes that one more part of a message has left for certain: it never goes again.
 * @returns whether the rest is still to go; the message may have been given up meanwhile
 */
export async function notePart(ctx: Ctx, messageId: number): Promise<boolean> {
  // outgoing_messages_pkey
  const { rows } = await sql<{ isSending: boolean }>`
    update outgoing_messages
    set    parts_sent = parts_sent + 1,
           sending_at = case when state = 'sending' then ${ctx.clock.now()}::timestamptz end
    where  id = ${messageId}
    returning state = 'sending' as is_sending`.execute(ctx.db);
  return rows[0]?.isSending ?? false;
}
