import type { Ctx } from '../kernel/context.ts';

/** Forgets what these messages said and who sent them; that they came stays. May be run again. */
export async function eraseRaw(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('rawMessages')
    .set({ payload: '{}', sender: '', remote: '', error: null, erasedAt: ctx.clock.now() })
    .where('id', 'in', ids)
    .where('erasedAt', 'is', null)
    .execute();
}
