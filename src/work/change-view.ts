import { type Ctx, reachOf, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, type Fail, fail, ok, type Result } from '../kernel/result.ts';
import type { ViewInput } from './create-view.ts';

/** One's own view; a shared one also by whoever may share. */
export async function changeView(
  ctx: Ctx,
  { id, name, isShared, state }: ViewInput & { id: number },
): Promise<Result<Done>> {
  const view = await findOwnView(ctx, id);
  if ('ok' in view) return view;
  const isSharedNow = isShared && !view.isShared;
  if (isSharedNow && !reachOf(ctx.actor, 'work.share_views')) {
    return fail('work.view_not_shareable');
  }
  await ctx.db
    .updateTable('savedViews')
    .set({ name, isShared, state: JSON.stringify(state), updatedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'work.view_changed',
    subject: { kind: 'view', id },
    facts: { entity: view.entity, isShared },
    personal: { viewName: name },
  });
  return ok({});
}

export async function deleteView(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const view = await findOwnView(ctx, id);
  if ('ok' in view) return view;
  await ctx.db.deleteFrom('savedViews').where('id', '=', id).execute();
  await emit(ctx, {
    type: 'work.view_deleted',
    subject: { kind: 'view', id },
    facts: { entity: view.entity },
    personal: { viewName: view.name },
  });
  return ok({});
}

async function findOwnView(
  ctx: Ctx,
  id: number,
): Promise<{ entity: string; name: string; isShared: boolean } | Fail> {
  const mayShare = reachOf(ctx.actor, 'work.share_views') !== null;
  const view = await ctx.db
    .selectFrom('savedViews')
    .select(['entity', 'name', 'isShared'])
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('staffId', '=', staffIdOf(ctx.actor)),
        ...(mayShare ? [eb('isShared', '=', true)] : []),
      ]),
    )
    .forUpdate()
    .executeTakeFirst();
  return view ?? fail('work.view_not_found');
}
