import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import {
  bulkAudit,
  bulkCalibrate,
  bulkDraw,
  bulkJudge,
  bulkLearn,
  bulkRounds,
} from '../quality/index.ts';
import { dateOnly } from './months.ts';
import { auditsOf, roundsOf } from './quality-looks.ts';
import { assignmentsOf, calibrationOf, reviewsOf } from './quality-reviews.ts';
import type { DemoPlan } from './subscriber-at.ts';

/** A larger base is made to measure something else. */
const MOST_SUBSCRIBERS = 50_000;
const WEEKS = 9;
const WEEK_MS = 7 * 86_400_000;

/** Contacts of some weeks that were judged, a lesson that helped, audits and rounds of shoppers. */
export async function writeQuality(ctx: Ctx, plan: DemoPlan): Promise<void> {
  if (plan.subscribers > MOST_SUBSCRIBERS) return;
  await inBulkTransaction(ctx, async (bulk) => {
    const before = await sql`select from quality_weeks limit 1`.execute(bulk.db);
    if (before.rows.length > 0) return;
    const leaders = await leadersOf(bulk);
    const drawn = await bulkDraw(bulk, { contactsWeekly: 2, weeks: weeksBefore(plan) });
    const judged = { plan, leaders, ...drawn };
    await bulkJudge(bulk, reviewsOf(judged));
    await bulkLearn(bulk, assignmentsOf(judged));
    const calibration = calibrationOf(judged);
    if (calibration) await bulkCalibrate(bulk, calibration);
    await bulkAudit(bulk, auditsOf(plan, leaders));
    await bulkRounds(bulk, roundsOf(plan, leaders));
  });
}

/** Mondays of the last weeks that are over, the earliest first. */
function weeksBefore({ today }: DemoPlan): string[] {
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  const monday = today.getTime() - sinceMonday * 86_400_000;
  return Array.from({ length: WEEKS }, (_, at) =>
    dateOnly(new Date(monday - (WEEKS - at) * WEEK_MS)),
  );
}

async function leadersOf(ctx: Ctx): Promise<number[]> {
  // An operator has some hundreds of staff.
  const { rows } = await sql<{ id: number }>`
    select id from staff where email like 'team-%-0@bereg.example' and disabled_at is null
    order  by id limit 3`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
