import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { reportsApi } from '../api/reports.ts';
import { columnsOf } from './add-schedule.ts';
import { refuseSchedule } from './refuse-schedule.ts';

type Input = z.output<(typeof reportsApi)['PUT /api/report-schedules/{id}']['input']>;

/** Changes what leaves, when and to whom, or switches it off and on. */
export async function changeSchedule(
  ctx: Ctx,
  { id, version, ...given }: Input,
): Promise<Result<Done>> {
  const row = await ctx.db
    .selectFrom('reportSchedules')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return fail('reports.no_such_schedule');
  if (row.version !== version) return fail('reports.changed_meanwhile');
  const refused = await refuseSchedule(ctx, given);
  if (refused) return refused;
  await ctx.db
    .updateTable('reportSchedules')
    .set({
      ...columnsOf(ctx, given),
      version: version + 1,
      changedBy: staffIdOf(ctx.actor),
    })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'reports.schedule_changed',
    subject: { kind: 'report_schedule', id },
    facts: given,
  });
  return ok({});
}
