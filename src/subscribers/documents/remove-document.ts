import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockUnveiled } from '../veil.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';

/** Takes a document out of use; its scan stays until the person's data is erased. */
export async function removeDocument(
  ctx: Ctx,
  input: { id: number; documentId: number },
): Promise<Result<Done>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const removed = await ctx.db
    .updateTable('documents')
    .set({ removedAt: ctx.clock.now(), ...noImports })
    .where('id', '=', input.documentId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .returning(['id', 'kind', 'number'])
    .executeTakeFirst();
  if (!removed) return fail('subscribers.no_such_document');
  await recordEvent(ctx, id, 'subscribers.document_removed', {
    facts: { documentId: removed.id, kind: removed.kind },
    personal: { number: removed.number },
  });
  await indexSubscriber(ctx, [id]);
  return ok({});
}
