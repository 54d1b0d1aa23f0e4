import type { Ctx } from '../../kernel/context.ts';

/** Whether this is a reason that is still given. */
export async function isReason(ctx: Ctx, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('lostReasons')
    .select('id')
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
