import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { addTasks } from '../entry/set-tasks.ts';

type Deal = { id: number; stageId: number; subscriberId: number | null };

/** Within this it is brought back. */
const BACK_SECONDS = 3 * 86_400;

/**
 * Asks to bring back what was handed over for a deal of which nothing comes: each once, until it is
 * back or the deal is connected after all.
 */
export async function askBack(ctx: Ctx, deal: Deal): Promise<void> {
  // deal_equipment_deal (deal_id, id), deal_tasks_equipment (equipment_id) where done_at is null
  const { rows } = await sql<{ id: number; kind: string; serial: string }>`
    select e.id, e.kind, e.serial from deal_equipment e
    where  e.deal_id = ${deal.id} and e.returned_at is null and not exists (
             select from deal_tasks k where k.equipment_id = e.id and k.done_at is null)
    order  by e.id`.execute(ctx.db);
  const { t } = textsIn(ctx.operator.language);
  const dueAt = new Date(ctx.clock.now().getTime() + BACK_SECONDS * 1000);
  const tasks = rows.map(({ id: equipmentId, kind, serial }) => ({
    text: t('sales:order.bringBack', { kind, serial }),
    staffId: null,
    dueAt,
    equipmentId,
  }));
  await addTasks(ctx, deal, tasks);
}

/** Nothing of a deal is to be brought back any more: one piece where it is named, else all. */
export async function leaveOut(
  ctx: Ctx,
  { id: dealId, subscriberId }: Pick<Deal, 'id' | 'subscriberId'>,
  equipmentId: number | null,
): Promise<void> {
  // deal_tasks_open (deal_id) where done_at is null
  const { rows } = await sql<{ id: number }>`
    update deal_tasks set done_at = ${ctx.clock.now()}, done_by = ${staffIdOf(ctx.actor)}
    where  deal_id = ${dealId} and done_at is null and equipment_id is not null
    and    equipment_id = coalesce(${equipmentId}::bigint, equipment_id)
    returning id`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ id: taskId }) => ({
      type: 'sales.task_done',
      subject: { kind: 'deal', id: dealId },
      subscriberId,
      facts: { number: dealId, taskId },
    })),
  );
}
