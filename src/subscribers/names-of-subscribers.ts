import type { Ctx } from '../kernel/context.ts';

/** What subscribers are called, for the audit's lines about them. */
export function namesOfSubscribers(
  ctx: Ctx,
  ids: readonly number[],
): Promise<readonly { id: number; name: string }[]> {
  // subscribers_pkey
  return ctx.db
    .selectFrom('subscribers')
    .select(['id', 'displayName as name'])
    .where('id', 'in', ids)
    .execute();
}
