import type { Ctx } from '../../kernel/context.ts';
import { emit, emitMany } from '../../kernel/events/journal.ts';
import { changedFields, type Given, pick, type Values } from '../record/values.ts';
import type { Difference } from './change-next.ts';

/**
 * Tells each subscriber's own history what changed, as a change by hand would. Screens are not told
 * of each: the whole tells them once.
 */
export async function tellEach(
  ctx: Ctx,
  bulkChangeId: number,
  differences: readonly Difference[],
): Promise<void> {
  const events = differences.map(({ id, version, ...change }) => {
    const before = valuesOf(change.before);
    const after = valuesOf(change.after);
    const fields = changedFields(before, after);
    return {
      type: 'subscribers.changed',
      subject: { kind: 'subscriber', id },
      subscriberId: id,
      facts: { fields, version, bulkChangeId },
      personal: { before: pick(before, fields), after: pick(after, fields) },
    };
  });
  await emitMany(ctx, events, { isTold: false });
}

export async function tellWhole(
  ctx: Ctx,
  id: number,
  type: 'subscribers.changed_in_bulk' | 'subscribers.bulk_undone',
): Promise<void> {
  await emit(ctx, { type, subject: { kind: 'bulk_change', id } });
}

/** Columns of the table by the names that fields have everywhere else. */
function valuesOf(columns: Record<string, unknown>): Given<Values> {
  const { owner_staff_id: ownerStaffId, team_id: teamId, ...same } = columns;
  return { ...same, ownerStaffId, teamId } as Given<Values>;
}
