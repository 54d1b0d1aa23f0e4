import type { Ctx } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { lockDocument } from './lock-document.ts';

type Input = { id: number; documentId: number };

/** Puts the former scan of a document back; the one that had taken its place goes for good. */
export async function putBackScan(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const found = await lockDocument(ctx, input);
  if (!found.ok) return found;
  const document = found.value;
  const { fileId: wrongId, formerFileId: fileId } = document;
  if (fileId === null) return fail('subscribers.no_former_scan');
  await ctx.db
    .updateTable('documents')
    .set({ fileId, formerFileId: null, replacedAt: null, ...noImports })
    .where('id', '=', document.id)
    .execute();
  if (wrongId !== null) await enqueue(ctx, eraseFiles, { fileIds: [wrongId] });
  await recordEvent(ctx, document.subscriberId, 'subscribers.scan_put_back', {
    facts: { documentId: document.id, kind: document.kind, fileId },
  });
  return ok({});
}
