import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import type { Settings } from './api.ts';

export const loadSettings = (ctx: Ctx): Promise<Settings> =>
  ctx.db
    .selectFrom('catalogSettings')
    .select(['leastMarginPercent', 'mostPromotions', 'mostPercent', 'version'])
    .executeTakeFirstOrThrow();

export const showSettings = async (ctx: Ctx): Promise<Result<Settings>> =>
  ok(await loadSettings(ctx));

/** Changes the limits within which things are sold; what was sold before stays as it is. */
export async function changeSettings(ctx: Ctx, after: Settings): Promise<Result<Done>> {
  await ctx.db.selectFrom('catalogSettings').select('version').forUpdate().execute();
  const before = await loadSettings(ctx);
  if (before.version !== after.version) return fail('catalog.changed_since');
  await ctx.db
    .updateTable('catalogSettings')
    .set({ ...after, version: before.version + 1 })
    .execute();
  await emit(ctx, {
    type: 'catalog.settings_changed',
    subject: { kind: 'operator', id: 1 },
    facts: { before, after },
  });
  return ok({});
}
