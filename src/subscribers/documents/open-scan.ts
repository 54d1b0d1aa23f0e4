import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { findSubscriber } from '../find-subscriber.ts';
import { refuseVeiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';

/** Hands out the scan of a document, and leaves a mark that it was looked at. */
export async function openScan(
  ctx: Ctx,
  input: { id: number; documentId: number },
): Promise<Result<Download>> {
  const found = await findSubscriber(ctx, input.id, 'subscribers.view');
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, found.value.ids);
  if (veiled) return veiled;
  const { id, ids } = found.value;
  const document = await ctx.db
    .selectFrom('documents')
    .select(['id', 'fileId'])
    .where('id', '=', input.documentId)
    .where('subscriberId', 'in', ids)
    .executeTakeFirst();
  const file = document?.fileId ? await openFile(ctx, document.fileId) : null;
  if (!document || !file) return fail('subscribers.no_such_document');
  await recordEvent(ctx, id, 'subscribers.document_viewed', {
    facts: { documentId: document.id },
  });
  return ok({ body: file.stream, contentType: file.contentType, fileName: file.name });
}
