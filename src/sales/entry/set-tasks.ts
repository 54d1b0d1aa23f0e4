import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { dueAfter, loadCalendar } from '../../norms/index.ts';
import { tellNews } from '../../work/index.ts';
import type { EntryAction } from '../api/entry.ts';
import type { Stage } from '../deals/enter-stage.ts';

type Entered = { id: number; subscriberId: number | null };
type Asked = Extract<EntryAction, { kind: 'task' }>;

/**
 * Sets what a stage asks to be done for a deal that has entered it. What it has asked for before
 * and was not done yet is not asked for twice.
 */
export async function setTasks(ctx: Ctx, deal: Entered, stage: Stage): Promise<void> {
  const asked = stage.entry.filter((one) => one.kind === 'task');
  if (asked.length === 0) return;
  const open = await openTexts(ctx, deal.id, stage.id);
  const fresh = asked.filter(({ text }) => !open.has(text));
  const tasks = await Promise.all(fresh.map((task) => insertTask(ctx, deal.id, stage.id, task)));
  await emitMany(
    ctx,
    tasks.map(({ id: taskId, ...task }) => ({
      type: 'sales.task_set',
      subject: { kind: 'deal', id: deal.id },
      subscriberId: deal.subscriberId,
      facts: { number: deal.id, taskId, stageId: stage.id, ...task },
    })),
  );
  const named = tasks.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]));
  await tellNews(
    ctx,
    'deals',
    [...new Set(named)].map((staffId) => ({ staffId, entityId: deal.id, reason: 'given' })),
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

async function insertTask(ctx: Ctx, dealId: number, stageId: number, task: Asked) {
  const now = ctx.clock.now();
  const { text, staffId, withinSeconds } = task;
  const dueAt = dueAfter(await loadCalendar(ctx, task.calendarId), now, withinSeconds);
  return ctx.db
    .insertInto('dealTasks')
    .values({ dealId, stageId, text, staffId, dueAt, createdAt: now })
    .returning(['id', 'text', 'staffId', 'dueAt'])
    .executeTakeFirstOrThrow();
}
