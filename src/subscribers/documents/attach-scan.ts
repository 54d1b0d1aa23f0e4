import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Upload } from '../../kernel/wiring.ts';
import { findSubscriber } from '../find-subscriber.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { lockDocument } from './lock-document.ts';
import { isScan, isScanType } from './scan-type.ts';
import { watchHead } from './watch-head.ts';

type Scan = { fileId: number; sizeBytes: number; hasFormer: boolean };

/**
 * Stores the scan of a document, in place of the one before, which can be put back for a month. The
 * bytes are kept first and the row is written after them, so no document ever points at a scan that
 * is not there.
 */
export async function attachScan(
  ctx: Ctx,
  input: { id: number; documentId: number },
  upload: Upload,
): Promise<Result<Scan>> {
  // Who may not write here is told before the bytes are taken.
  const found = await findSubscriber(ctx, input.id, 'subscribers.edit');
  if (!found.ok) return found;
  const { fileName: name, contentType } = upload;
  if (!isScanType(contentType)) return fail('subscribers.not_a_scan');
  const { id: subscriberId } = found.value;
  const { stream, head } = watchHead(upload);
  const file = await storeFile(ctx, { name, contentType, stream, subscriberId });
  const attached = isScan(contentType, head())
    ? await inTransaction(ctx, (tx) => attach(tx, input, file.id))
    : fail('subscribers.not_a_scan');
  if (!attached.ok) {
    await eraseFile(ctx, file.id);
    return attached;
  }
  const { formerId } = attached.value;
  return ok({ fileId: file.id, sizeBytes: file.sizeBytes, hasFormer: formerId !== null });
}

async function attach(
  ctx: Ctx,
  input: { id: number; documentId: number },
  fileId: number,
): Promise<Result<{ formerId: number | null }>> {
  const found = await lockDocument(ctx, input);
  if (!found.ok) return found;
  const document = found.value;
  const { fileId: formerId, formerFileId: outdatedId } = document;
  const replacedAt = formerId === null ? null : ctx.clock.now();
  await ctx.db
    .updateTable('documents')
    .set({ fileId, formerFileId: formerId, replacedAt, ...noImports })
    .where('id', '=', document.id)
    .execute();
  if (outdatedId !== null) await enqueue(ctx, eraseFiles, { fileIds: [outdatedId] });
  await recordEvent(ctx, document.subscriberId, 'subscribers.document_scanned', {
    facts: { documentId: document.id, kind: document.kind, fileId, formerId },
  });
  return ok({ formerId });
}
