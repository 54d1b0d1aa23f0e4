import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { loadCalendars } from '../../norms/index.ts';
import type { Schedule } from '../api/schedule.ts';
import type { catchUps, offDays } from '../api/schedule-words.ts';
import { comingOccurrences, type Occurrence, type Timing } from './occurrences.ts';

export type Template = {
  categoryId: number;
  subject: string;
  description?: string | undefined;
  priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined;
  ownerStaffId?: number | null | undefined;
  teamId?: number | null | undefined;
  watcherIds?: number[] | undefined;
};

export type TimingBody = {
  schedule: Schedule;
  timeZone: string;
  calendarId: number | null;
  offDays: (typeof offDays)[number];
};

export type RecurrenceBody = TimingBody & {
  name: string;
  catchUp: (typeof catchUps)[number];
  template: Template;
};

export type Recurrence = RecurrenceBody & {
  id: number;
  version: number;
  nextOn: string | null;
  nextAt: Date | null;
  isPaused: boolean;
  archivedAt: Date | null;
};

export const recurrenceColumns = sql`id, name, schedule, time_zone, calendar_id, off_days, catch_up,
  template, next_on, next_at, is_paused, version, archived_at`;

/** A schedule with its calendar, or what is wrong with it. */
export async function readTiming(
  ctx: Ctx,
  { schedule, timeZone, calendarId, offDays: way }: TimingBody,
): Promise<Result<Timing>> {
  if (!isZone(timeZone)) return at('timeZone', 'tickets.bad_time_zone');
  if (way !== 'keep' && calendarId === null) return at('calendarId', 'tickets.calendar_needed');
  const calendars = await loadCalendars(ctx, calendarId === null ? [] : [calendarId]);
  const calendar = calendarId === null ? null : calendars.get(calendarId);
  if (calendar === undefined) return at('calendarId', 'tickets.no_such_calendar');
  return ok({ schedule, timeZone, calendar, offDays: way });
}

/** The first that is still to come. */
export function firstOf(ctx: Ctx, timing: Timing): Occurrence | null {
  return comingOccurrences(timing, ctx.clock.now(), 1)[0] ?? null;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const at = (field: string, code: string): Fail => fail(code, {}, { [field]: code });
