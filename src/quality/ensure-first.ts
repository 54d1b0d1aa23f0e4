import type { Ctx } from '../kernel/context.ts';
import { ensureChecklist } from './audits/ensure-checklist.ts';
import { ensureCards } from './cards/ensure-cards.ts';
import { ensureLessons } from './lessons/ensure-lessons.ts';

/** What is of use everywhere, for an operator who has nothing of its kind yet. */
export async function ensureFirst(ctx: Ctx): Promise<void> {
  await ensureCards(ctx);
  await ensureLessons(ctx);
  await ensureChecklist(ctx);
}
