import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { CalendarBody } from './api.ts';
import { isKnownYear, knownHolidayYears } from './holidays/holidays.ts';
import { loadCalendars } from './load-calendar.ts';

type Norms = {
  norms: { id: number; kind: string; targetSeconds: number; calendarId: number }[];
  calendars: (CalendarBody & { id: number; isUsed: boolean })[];
  holidayYears: { year: number; source: string }[];
  unknownYears: number[];
};

/** The decree of the next year is out by then, as a rule. */
const LOOKED_AHEAD_MS = 92 * 86_400_000;

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
  const nowMs = ctx.clock.now().getTime();
  const near = [nowMs, nowMs + LOOKED_AHEAD_MS].map((ms) => new Date(ms).getUTCFullYear());
  const unknownYears = [...new Set(near)].filter((year) => !isKnownYear('RU', `${year}-01-01`));
  return ok({ norms, calendars, holidayYears, unknownYears });
}
