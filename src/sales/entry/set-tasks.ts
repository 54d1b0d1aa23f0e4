import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { dueAfter, loadCalendar } from '../../norms/index.ts';
import { tellNews } from '../../work/index.ts';
import type { Stage } from '../deals/enter-stage.ts';

type Entered = { id: number; subscriberId: number | null; stageId: number };
/** Nobody by name: whoever has the deal. */
type Task = { text: string; staffId: number | null; dueAt: Date; equipmentId?: number };

/** Sets what a stage asks to be done for a deal that has entered it. */
export async function setTasks(ctx: Ctx, deal: Entered, { entry }: Stage): Promise<void> {
  const asked = entry.filter((one) => one.kind === 'task');
  const now = ctx.clock.now();
  const tasks = asked.map(async ({ text, staffId, calendarId, withinSeconds }): Promise<Task> => {
    const dueAt = dueAfter(await loadCalendar(ctx, calendarId), now, withinSeconds);
    return { text, staffId, dueAt };
  });
  await addTasks(ctx, deal, await Promise.all(tasks));
}

/**
 * Adds what is to be done for a deal. What was asked for in this stage before, and was not done
 * yet, is not asked for twice.
 */
export async function addTasks(ctx: Ctx, deal: Entered, asked: readonly Task[]): Promise<void> {
  if (asked.length === 0) return;
  const { id: dealId, stageId, subscriberId } = deal;
  const open = await openTexts(ctx, dealId, stageId);
  const fresh = asked.filter(({ text }) => !open.has(text));
  if (fresh.length === 0) return;
  const createdAt = ctx.clock.now();
  const tasks = await ctx.db
    .insertInto('dealTasks')
    .values(fresh.map((task) => ({ ...task, dealId, stageId, createdAt })))
    .returning(['id', 'text', 'staffId', 'dueAt'])
    .execute();
  await emitMany(
    ctx,
    tasks.map(({ id: taskId, ...task }) => ({
      type: 'sales.task_set',
      subject: { kind: 'deal', id: dealId },
      subscriberId,
      facts: { number: dealId, taskId, stageId, ...task },
    })),
  );
  const named = tasks.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]));
  await tellNews(
    ctx,
    'deals',
    [...new Set(named)].map((staffId) => ({ staffId, entityId: dealId, reason: 'given' })),
  );
}

async function openTexts(ctx: Ctx, dealId: number, stageId: number): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('dealTasks')
    .select('text')
    .where('dealId', '=', dealId)
    .where('stageId', '=', stageId)
    .where('doneAt', 'is', null)
    .execute();
  return new Set(rows.map(({ text }) => text));
}
