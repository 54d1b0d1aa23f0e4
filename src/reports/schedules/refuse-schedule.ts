import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { reportsApi } from '../api/reports.ts';
import { makesSense } from '../papers/make-report.ts';

export type Given = z.output<(typeof reportsApi)['POST /api/report-schedules']['input']>;

const WEEK_DAYS = 7;

/** Why a schedule cannot be; null where it can. */
export async function refuseSchedule(ctx: Ctx, given: Given): Promise<Fail | null> {
  if (!makesSense(given.ask)) return fail('reports.no_such_dimension');
  if (given.rhythm === 'week' && given.day > WEEK_DAYS) {
    return fail('reports.wrong_day', {}, { day: 'reports.wrong_day' });
  }
  // Of what is switched off it does not matter whether all who got it work here still.
  if (!given.isOn) return null;
  // staff_pkey
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from staff
    where  id = any(${given.staffIds}::bigint[]) and disabled_at is null`.execute(ctx.db);
  const isEverybody = rows[0]?.count === new Set(given.staffIds).size;
  return isEverybody
    ? null
    : fail('reports.no_such_person', {}, { staffIds: 'reports.no_such_person' });
}
