import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** Changes what is promised from now on. */
export async function changeNorm(
  ctx: Ctx,
  { id, targetSeconds, calendarId }: { id: number; targetSeconds: number; calendarId: number },
): Promise<Result<Record<string, never>>> {
  const norm = await ctx.db
    .selectFrom('norms')
    .select(['kind', 'targetSeconds', 'calendarId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!norm) return fail('norms.norm_not_found');
  const calendar = await ctx.db
    .selectFrom('calendars')
    .select('id')
    .where('id', '=', calendarId)
    .executeTakeFirst();
  if (!calendar) return fail('norms.calendar_not_found');
  await ctx.db
    .updateTable('norms')
    .set({ targetSeconds, calendarId, updatedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'norms.norm_changed',
    subject: { kind: 'norm', id },
    facts: { before: norm, after: { kind: norm.kind, targetSeconds, calendarId } },
  });
  return ok({});
}
