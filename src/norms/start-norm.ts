import type { Ctx } from '../kernel/context.ts';
import { dueAfter } from './working-moment.ts';
import { loadCalendar, type StoredCalendar } from './load-calendar.ts';

export type StartedNorm = { normSeconds: number; calendar: StoredCalendar; dueAt: Date };

/**
 * Starts a promise: how many seconds are promised, on which calendar, and when it is broken.
 * Whoever starts it keeps these, so that a later change of the norm moves no deadline already told.
 * @param kind what is promised; declared through `normKinds`
 */
export async function startNorm(ctx: Ctx, kind: string, from: Date): Promise<StartedNorm> {
  const norm = await ctx.db
    .selectFrom('norms')
    .select(['targetSeconds', 'calendarId'])
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const calendar = await loadCalendar(ctx, norm.calendarId);
  const normSeconds = norm.targetSeconds;
  return { normSeconds, calendar, dueAt: dueAfter(calendar, from, normSeconds) };
}
