import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockUnveiled } from '../veil.ts';

type Locked = {
  id: number;
  kind: string;
  fileId: number | null;
  formerFileId: number | null;
  /** Whose it is: the root of the cluster. */
  subscriberId: number;
};

/** A document in use, locked with its subscriber for a change of it. */
export async function lockDocument(
  ctx: Ctx,
  input: { id: number; documentId: number },
): Promise<Result<Locked>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const document = await ctx.db
    .selectFrom('documents')
    .select(['id', 'kind', 'fileId', 'formerFileId'])
    .where('id', '=', input.documentId)
    .where('subscriberId', 'in', found.value.ids)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!document) return fail('subscribers.no_such_document');
  return ok({ ...document, subscriberId: found.value.id });
}
