import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { changedFields, type Given, pick, type Values } from '../record/values.ts';
import type { VersionedDifference } from './change-rows.ts';

/**
 * Tells each subscriber's own history what changed, as a change by hand would. Screens are not told
 * of each: the whole tells them once.
 */
export async function tellEach(
  ctx: Ctx,
  bulkChangeId: number,
  differences: readonly VersionedDifference[],
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

/** Columns of the table by the names that fields have everywhere else. */
function valuesOf(columns: Record<string, unknown>): Given<Values> {
  const { owner_staff_id: ownerStaffId, team_id: teamId, ...same } = columns;
  return { ...same, ownerStaffId, teamId } as Given<Values>;
}
