import { nextOpening, workingSecondsBetween } from './calendar.ts';
import { type ClockState, clockState, type SlaClock } from './clock.ts';
import { dateOfDay, localDay } from './wall-time.ts';
import { holidayOn } from './holidays/holidays.ts';

/** A day between start and deadline on which the calendar differs from its week. */
export type UnusualDay = {
  on: string;
  reason:
    | 'closed'
    | 'hours'
    | 'extra'
    | 'short'
    | 'holiday'
    | 'short_holiday_eve'
    | 'moved_workday';
  name: string | null;
};

/** The facts behind a deadline, for a sentence in the reader's language. */
export type DeadlineReason = {
  normSeconds: number;
  startedAt: Date;
  /** When the time began to count: the start, or the opening after it; null if it never opens. */
  countedFrom: Date | null;
  calendarName: string | null;
  zone: string;
  isRoundTheClock: boolean;
  pauses: { from: Date; to: Date | null; reason: string; workingSeconds: number }[];
  /** Working time that the pauses kept out. */
  pausedSeconds: number;
  unusualDays: UnusualDay[];
  dueAt: Date | null;
  /** The clock stands, so the deadline moves on until it runs again. */
  isMoving: boolean;
  unknownYears: number[];
};

/** Longer stretches are told without their days: nobody reads a list of a year's holidays. */
const mostDaysTold = 62;

/** Why the deadline is what it is at an instant. */
export function whyDeadline(clock: SlaClock, now: Date): DeadlineReason {
  const state = clockState(clock, now);
  const { calendar, startedAt, normSeconds } = clock;
  const opening = nextOpening(calendar, startedAt);
  const pauses = clock.pauses.map((pause) => ({
    ...pause,
    workingSeconds: workingSecondsBetween(calendar, pause.from, pause.to ?? now).seconds,
  }));
  return {
    normSeconds,
    startedAt,
    countedFrom: opening.ok ? opening.at : null,
    calendarName: calendar.name ?? null,
    zone: calendar.zone,
    isRoundTheClock: calendar.hours === 'always',
    pauses,
    pausedSeconds: pauses.reduce((sum, pause) => sum + pause.workingSeconds, 0),
    unusualDays: unusualDays(clock, state),
    dueAt: state.dueAt,
    isMoving: state.isPaused && !state.isBroken,
    unknownYears: state.unknownYears,
  };
}

function unusualDays({ calendar, startedAt }: SlaClock, { dueAt }: ClockState): UnusualDay[] {
  if (dueAt == null) return [];
  const first = localDay(calendar.zone, startedAt.getTime());
  const last = localDay(calendar.zone, dueAt.getTime());
  if (last - first > mostDaysTold) return [];
  const days: UnusualDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const on = dateOfDay(day);
    const own = calendar.exceptions.filter((exception) => exception.on === on);
    for (const { kind, name } of own) days.push({ on, reason: kind, name: name ?? null });
    const said = calendar.holidays ? holidayOn(calendar.holidays, on) : undefined;
    if (own.length > 0 || said == null) continue;
    if (said.isOff) days.push({ on, reason: 'holiday', name: null });
    else if (said.likeOn != null) days.push({ on, reason: 'moved_workday', name: null });
    else days.push({ on, reason: 'short_holiday_eve', name: null });
  }
  return days;
}
