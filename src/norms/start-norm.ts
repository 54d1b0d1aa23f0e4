import type { Ctx } from '../kernel/context.ts';
import { dueAfter } from './working-moment.ts';
import { loadCalendar, type StoredCalendar } from './load-calendar.ts';
import { quickerFor } from './quicker-for.ts';

export type StartedNorm = { normSeconds: number; calendar: StoredCalendar; dueAt: Date };

/**
 * Starts a promise: how many seconds are promised, on which calendar, and when it is broken.
 * Whoever starts it keeps these, so that a later change of the norm moves no deadline already told.
 * @param kind what is promised; declared through `normKinds`
 * @param subscriberId whom it is promised to, where that is known: some are promised it sooner
 */
export async function startNorm(
  ctx: Ctx,
  kind: string,
  from: Date,
  subscriberId: number | null = null,
): Promise<StartedNorm> {
  const norm = await ctx.db
    .selectFrom('norms')
    .select(['targetSeconds', 'calendarId'])
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const calendar = await loadCalendar(ctx, norm.calendarId);
  const quicker = subscriberId === null ? [] : await quickerFor(ctx, [kind], [subscriberId]);
  const normSeconds = Math.min(norm.targetSeconds, ...quicker.map(({ seconds }) => seconds));
  return { normSeconds, calendar, dueAt: dueAfter(calendar, from, normSeconds) };
}
