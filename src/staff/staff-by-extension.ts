import type { Ctx } from '../kernel/context.ts';

/** Whose phone of the exchange this short number is; null where it is nobody's who works here. */
export async function staffByExtension(ctx: Ctx, extension: string): Promise<number | null> {
  // staff_extension (extension) where disabled_at is null
  const row = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('extension', '=', extension)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
