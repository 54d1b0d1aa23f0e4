import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { Stored, Values } from '../deals/values.ts';
import { addTasks } from '../entry/set-tasks.ts';
import { callOff, tellCalledOff } from './call-off.ts';
import { homeDistrict } from './home-district.ts';
import { isToCome } from './to-come.ts';

/** Within this a new day is to be agreed on with whoever was promised the former one. */
const AGAIN_SECONDS = 2 * 3600;

/**
 * Calls off a visit to come for which a change of its deal leaves no ground. Nobody drives to whom
 * was lost, nor those of one district to another: there another day is to be agreed on.
 */
export async function callOffNeedless(ctx: Ctx, before: Stored, after: Values): Promise<void> {
  const deal = { ...after, id: before.id };
  if (after.state === 'lost') {
    const reason = await reasonOf(ctx, after.lostReasonId);
    if (await callOff(ctx, deal.id, reason)) await tellCalledOff(ctx, deal, reason);
    return;
  }
  if (after.buildingId === before.buildingId || !(await isElsewhere(ctx, deal))) return;
  const { t } = textsIn(ctx.operator.language);
  const reason = t('sales:visits.elsewhere');
  if (!(await callOff(ctx, deal.id, reason))) return;
  await tellCalledOff(ctx, deal, reason);
  const dueAt = new Date(ctx.clock.now().getTime() + AGAIN_SECONDS * 1000);
  await addTasks(ctx, deal, [{ text: t('sales:visits.bookAgain'), staffId: null, dueAt }]);
}

async function reasonOf(ctx: Ctx, lostReasonId: number | null): Promise<string> {
  // lost_reasons_pkey
  const { rows } = await sql<{ name: string }>`
    select name from lost_reasons where id = ${lostReasonId}`.execute(ctx.db);
  return rows[0]?.name ?? '';
}

/** Whether the visit to come is in hours of another district than those of where it goes now. */
async function isElsewhere(
  ctx: Ctx,
  { id, buildingId }: { id: number; buildingId: number | null },
): Promise<boolean> {
  // visits_deal (deal_id, on_day, slot_id) where cancelled_at is null; primary keys
  const { rows } = await sql`
    select from visits v
    join   visit_slots t on t.id = v.slot_id
    cross  join ${homeDistrict(buildingId)} home
    where  v.deal_id = ${id} and v.cancelled_at is null and ${isToCome(ctx)}
    and    t.district not in (home.own, home.district)`.execute(ctx.db);
  return rows.length > 0;
}
