import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Presence, presenceChanged, type PresenceState } from '../presence.ts';

/**
 * Somebody who manages a person says what that one does now, as when they went for a break and
 * forgot to say so. Whoever is not here has nothing to change: their state would call them to work
 * at an empty desk.
 */
export async function changeStateOf(
  ctx: Ctx,
  { id, state }: { id: number; state: PresenceState },
): Promise<Result<Presence>> {
  const person = await ctx.db
    .selectFrom('staff')
    .leftJoin('presence', 'presence.staffId', 'staff.id')
    .select(['presence.isHere', 'presence.state', 'presence.stateSince'])
    .where('staff.id', '=', id)
    .where(visibleTo(ctx, 'staff.manage', { owner: 'staff.id', team: 'staff.teamId' }))
    .forUpdate('staff')
    .executeTakeFirst();
  if (!person) return fail('staff.not_found');
  const since = ctx.clock.now();
  const changed = await ctx.db
    .updateTable('presence')
    .set({ state, stateSince: since, saidAt: since })
    .where('staffId', '=', id)
    .where('isHere', '=', true)
    .where('state', '<>', state)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) {
    await emit(ctx, presenceChanged(id, state, true));
    return ok({ state, since, isHere: true });
  }
  if (!person.isHere || !person.stateSince) return fail('staff.not_here');
  return ok({ state, since: person.stateSince, isHere: true });
}
