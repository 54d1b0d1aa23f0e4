import { type Ctx, reachOf, staffIdOf } from '../kernel/context.ts';

type State = Record<string, unknown>;

/** The asker's own views of a list, then those that others share. */
export async function listViews(ctx: Ctx, entity: string) {
  const staffId = staffIdOf(ctx.actor);
  const mayShare = reachOf(ctx.actor, 'work.share_views') !== null;
  // saved_views_entity
  const rows = await ctx.db
    .selectFrom('savedViews')
    .select(['id', 'entity', 'name', 'isShared', 'staffId', 'state'])
    .where('entity', '=', entity)
    .where((eb) => eb.or([eb('staffId', '=', staffId), eb('isShared', '=', true)]))
    .orderBy((eb) => eb('staffId', '=', staffId), 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ staffId: owner, ...view }) => ({
    ...view,
    state: view.state as State,
    isOwn: owner === staffId || (view.isShared && mayShare),
  }));
}
