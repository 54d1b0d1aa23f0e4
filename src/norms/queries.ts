import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { CalendarBody } from './api.ts';
import { knownHolidayYears } from './holidays/holidays.ts';
import { loadCalendars } from './load-calendar.ts';

type Norms = {
  norms: { id: number; kind: string; targetSeconds: number; calendarId: number }[];
  calendars: (CalendarBody & { id: number; isUsed: boolean })[];
  holidayYears: { year: number; source: string }[];
};

/** Every norm and every calendar; there are a handful of each. */
export async function listNorms(ctx: Ctx): Promise<Result<Norms>> {
  const norms = await ctx.db
    .selectFrom('norms')
    .select(['id', 'kind', 'targetSeconds', 'calendarId'])
    .orderBy('id')
    .execute();
  const used = new Set(norms.map(({ calendarId }) => calendarId));
  const calendars = [...(await loadCalendars(ctx, null)).values()].map(
    (calendar) => ({ ...calendar, isUsed: used.has(calendar.id) }) as Norms['calendars'][number],
  );
  const holidayYears = [...knownHolidayYears('RU')].map(([year, source]) => ({ year, source }));
  return ok({ norms, calendars, holidayYears });
}
