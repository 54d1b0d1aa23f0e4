import { type Ctx, reachOf, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** For one person and one list; more than this is no longer a choice but a search. */
const MOST_VIEWS = 100;

export type ViewInput = { name: string; isShared: boolean; state: Record<string, unknown> };
export type View = ViewInput & { id: number; entity: string; isOwn: boolean };

export async function createView(
  ctx: Ctx,
  input: ViewInput & { entity: string },
): Promise<Result<View>> {
  const { entity, name, isShared, state } = input;
  if (isShared && !reachOf(ctx.actor, 'work.share_views')) return fail('work.view_not_shareable');
  const staffId = staffIdOf(ctx.actor) ?? 0;
  // saved_views_entity
  const { count } = await ctx.db
    .selectFrom('savedViews')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('entity', '=', entity)
    .where('staffId', '=', staffId)
    .executeTakeFirstOrThrow();
  if (count >= MOST_VIEWS) return fail('work.too_many_views', { most: MOST_VIEWS });
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto('savedViews')
    .values({
      entity,
      name,
      staffId,
      isShared,
      state: JSON.stringify(state),
      createdAt: now,
      updatedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'work.view_created',
    subject: { kind: 'view', id },
    facts: { entity, isShared },
    personal: { viewName: name },
  });
  return ok({ id, entity, name, isShared, state, isOwn: true });
}
