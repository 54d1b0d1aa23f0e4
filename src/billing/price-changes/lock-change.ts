import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PriceChange } from '../api/price-changes.ts';

export type Locked = Pick<PriceChange, 'id' | 'fromOn' | 'state' | 'words'> & {
  fromVersionId: number;
  toVersionId: number;
};

/** Locks a change as the actor has seen it. */
export async function lockChange(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<Locked>> {
  const found = await ctx.db
    .selectFrom('priceChanges')
    .select(['id', 'fromVersionId', 'toVersionId', 'fromOn', 'words', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return fail('billing.no_such_price_change');
  if (found.version !== version) return fail('billing.changed_since');
  return ok(found as Locked);
}
