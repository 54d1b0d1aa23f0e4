import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { documentsApi } from '../api/documents.ts';
import { lockUnveiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { insertDocuments } from './insert-documents.ts';

type Input = z.output<(typeof documentsApi)['POST /api/subscribers/{id}/documents']['input']>;

/** Adds a document; its scan follows by a call of its own. */
export async function addDocument(
  ctx: Ctx,
  { id: askedId, ...document }: Input,
): Promise<Result<{ id: number }>> {
  const found = await lockUnveiled(ctx, askedId);
  if (!found.ok) return found;
  const { id } = found.value;
  const [documentId = 0] = await insertDocuments(ctx, id, [document]);
  await recordEvent(ctx, id, 'subscribers.document_added', {
    facts: { documentId, kind: document.kind },
    personal: { number: document.number },
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id: documentId });
}
