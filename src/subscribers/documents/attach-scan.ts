import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Upload } from '../../kernel/wiring.ts';
import { findSubscriber, lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';

/** What scans and contracts come as; anything else is likely a mistake. */
const scanTypes = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
]);

type Scan = { fileId: number; sizeBytes: number };

/**
 * Stores the scan of a document, in place of the one before. The bytes are kept first and the row
 * is written after them, so no document ever points at a scan that is not there.
 */
export async function attachScan(
  ctx: Ctx,
  input: { id: number; documentId: number },
  upload: Upload,
): Promise<Result<Scan>> {
  // Who may not write here is told before the bytes are taken.
  const found = await findSubscriber(ctx, input.id, 'subscribers.edit');
  if (!found.ok) return found;
  if (!scanTypes.has(upload.contentType)) return fail('subscribers.not_a_scan');
  const { fileName: name, contentType, stream } = upload;
  const { id: subscriberId } = found.value;
  const file = await storeFile(ctx, { name, contentType, stream, subscriberId });
  const attached = await inTransaction(ctx, (tx) => attach(tx, input, file.id));
  if (!attached.ok) {
    await eraseFile(ctx, file.id);
    return attached;
  }
  if (attached.value.replacedId !== null) await eraseFile(ctx, attached.value.replacedId);
  return ok({ fileId: file.id, sizeBytes: file.sizeBytes });
}

async function attach(
  ctx: Ctx,
  input: { id: number; documentId: number },
  fileId: number,
): Promise<Result<{ replacedId: number | null }>> {
  const found = await lockSubscriber(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const document = await ctx.db
    .selectFrom('documents')
    .select(['id', 'kind', 'fileId'])
    .where('id', '=', input.documentId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!document) return fail('subscribers.no_such_document');
  await ctx.db.updateTable('documents').set({ fileId }).where('id', '=', document.id).execute();
  await recordEvent(ctx, id, 'subscribers.document_scanned', {
    facts: { documentId: document.id, kind: document.kind, fileId },
  });
  return ok({ replacedId: document.fileId });
}
