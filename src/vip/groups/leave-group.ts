import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber, today } from '../../subscribers/index.ts';
import { findGroup, lockStructure } from './structure.ts';

/**
 * Says until which day an organisation belongs to another; before the first, that it never did. A
 * last day that is still to come may be said anew.
 */
export async function leaveGroup(
  ctx: Ctx,
  { id, toOn }: { id: number; toOn: string },
): Promise<Result<Done>> {
  const found = await findGroup(ctx, id);
  if (!found.ok) return found;
  const child = await lockSubscriber(ctx, id, 'subscribers.view');
  if (!child.ok) return child;
  await lockStructure(ctx);
  const childId = child.value.id;
  // subscribers_root (root_id), vip_branches_child (child_id)
  const open = sql`
    select b.id from subscribers m join vip_branches b on b.child_id = m.id
    where  m.root_id = ${childId} and coalesce(b.to_on, 'infinity') >= ${today(ctx)}::date
    and    not exists (select from subscribers o join vip_branches n on n.child_id = o.id
                       where  o.root_id = ${childId} and n.from_on > b.to_on)`;
  const { rows: never } = await sql<{ parentId: number }>`
    delete from vip_branches where id in (${open}) and from_on > ${toOn}::date
    returning parent_id`.execute(ctx.db);
  const { rows: ended } = await sql<{ parentId: number }>`
    update vip_branches set to_on = ${toOn}::date where id in (${open})
    returning parent_id`.execute(ctx.db);
  const [link] = [...never, ...ended];
  if (!link) return fail('vip.no_parent');
  await emit(ctx, {
    type: 'vip.group_left',
    subject: { kind: 'subscriber', id: childId },
    subscriberId: childId,
    facts: { parentId: link.parentId, on: toOn },
  });
  return ok({});
}
