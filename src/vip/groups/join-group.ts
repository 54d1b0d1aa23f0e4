import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../../subscribers/index.ts';
import type { groupsApi } from '../api/groups.ts';
import { findGroup, lockStructure, measure, MOST_LEVELS } from './structure.ts';

type Input = z.output<(typeof groupsApi)['POST /api/vip-groups/{id}/parent']['input']>;

/**
 * Says to which organisation another belongs, from a day on. One belongs to one at a time, nobody
 * to themselves by whatever way, and there are not more levels than somebody can keep in mind. As
 * a group is shown to whoever leads one of it, whoever joins works on both, or is a leader.
 */
export async function joinGroup(
  ctx: Ctx,
  { id, parentId, fromOn }: Input,
): Promise<Result<{ id: number }>> {
  const [ofChild, ofParent] = [await findGroup(ctx, id), await findGroup(ctx, parentId)];
  if (!ofChild.ok && !ofParent.ok) return ofChild;
  if (!(ofChild.ok && ofParent.ok) && reachOf(ctx.actor, 'vip.approve') === null) {
    return fail('vip.leader_joins', {}, { parentId: 'vip.leader_joins' });
  }
  const child = await lockSubscriber(ctx, id, 'subscribers.view');
  if (!child.ok) return child;
  const parent = await lockSubscriber(ctx, parentId, 'subscribers.view');
  if (!parent.ok) return parent;
  await lockStructure(ctx);
  const link = { childId: child.value.id, parentId: parent.value.id, fromOn };
  if (link.childId === link.parentId)
    return fail('vip.group_loop', {}, { parentId: 'vip.group_loop' });
  if (!(await areOrganisations(ctx, [link.childId, link.parentId]))) {
    return fail('vip.organisation_needed', {}, { parentId: 'vip.organisation_needed' });
  }
  if (await hasParent(ctx, link)) return fail('vip.has_parent');
  const { isLoop, levels } = await measure(ctx, link);
  if (isLoop) return fail('vip.group_loop', {}, { parentId: 'vip.group_loop' });
  if (levels > MOST_LEVELS) return fail('vip.group_too_deep', { most: MOST_LEVELS });
  const made = await ctx.db
    .insertInto('vipBranches')
    .values({ ...link, notedBy: staffIdOf(ctx.actor), notedAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'vip.group_joined',
    subject: { kind: 'subscriber', id: link.childId },
    subscriberId: link.childId,
    facts: { parentId: link.parentId, on: fromOn },
  });
  return ok(made);
}

async function areOrganisations(ctx: Ctx, ids: readonly number[]): Promise<boolean> {
  const { rows } = await sql`
    select from subscribers where id = any(${[...ids]}::bigint[]) and kind = 'organisation'`.execute(
    ctx.db,
  );
  return rows.length === ids.length;
}

/** Whether somebody stands above it on that day or later. */
async function hasParent(
  ctx: Ctx,
  { childId, fromOn }: { childId: number; fromOn: string },
): Promise<boolean> {
  // subscribers_root (root_id), vip_branches_child (child_id)
  const { rows } = await sql`
    select from subscribers m join vip_branches b on b.child_id = m.id
    where  m.root_id = ${childId} and coalesce(b.to_on, 'infinity') >= ${fromOn}::date
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
