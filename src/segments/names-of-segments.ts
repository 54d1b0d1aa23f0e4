import type { Ctx } from '../kernel/context.ts';

/** What segments are called, for the audit's lines about them. */
export function namesOfSegments(
  ctx: Ctx,
  ids: readonly number[],
): Promise<readonly { id: number; name: string }[]> {
  // segments_pkey
  return ctx.db.selectFrom('segments').select(['id', 'name']).where('id', 'in', ids).execute();
}
