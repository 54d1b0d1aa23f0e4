import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile } from '../../kernel/files/files.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { recordEvent } from '../record-event.ts';
import { lockDocument } from './lock-document.ts';
import { noImports } from '../no-imports.ts';

type Input = { id: number; documentId: number };

/** Puts the former scan of a document back; the one that had taken its place goes for good. */
export async function putBackScan(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const done = await inTransaction(ctx, (tx) => exchange(tx, input));
  if (!done.ok) return done;
  // Only when nothing can take it back any more: bytes know of no transaction.
  if (done.value.wrongId !== null) await eraseFile(ctx, done.value.wrongId);
  return ok({});
}

async function exchange(ctx: Ctx, input: Input): Promise<Result<{ wrongId: number | null }>> {
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
  await recordEvent(ctx, document.subscriberId, 'subscribers.scan_put_back', {
    facts: { documentId: document.id, kind: document.kind, fileId },
  });
  return ok({ wrongId });
}
