import type { Ctx } from '../kernel/context.ts';
import { attempt } from '../kernel/db/attempt.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/** Removes a calendar; whatever counts or has counted on it keeps it, by foreign key. */
export async function removeCalendar(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Record<string, never>>> {
  try {
    const { numDeletedRows } = await attempt(ctx, (inner) =>
      inner.db.deleteFrom('calendars').where('id', '=', id).executeTakeFirst(),
    );
    if (numDeletedRows === 0n) return fail('norms.calendar_not_found');
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    return fail('norms.calendar_in_use');
  }
  await emit(ctx, { type: 'norms.calendar_removed', subject: { kind: 'calendar', id } });
  return ok({});
}
