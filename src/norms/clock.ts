import { addWorkingTime, workingSecondsBetween } from './calendar.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A stretch in which the clock stands, for a stated reason; `to` is null while it lasts. */
export type Pause = { from: Date; to: Date | null; reason: string };

/**
 * A norm's clock on one conversation, ticket or case. It runs in working time from `startedAt`,
 * stands in its pauses, and ends when the norm is met. Pauses are in order and do not overlap, and
 * none lasts once it is met.
 */
export type SlaClock = {
  readonly normSeconds: number;
  readonly calendar: WorkCalendar;
  readonly startedAt: Date;
  readonly pauses: readonly Pause[];
  readonly metAt: Date | null;
};

/** `broken` is not met and over; `met_late` is met after it broke. */
export type ClockStatus = 'running' | 'paused' | 'met' | 'met_late' | 'broken';

export type ClockState = {
  status: ClockStatus;
  isPaused: boolean;
  /** More working time passed than the norm allows; to the second of the norm it is kept. */
  isBroken: boolean;
  spentSeconds: number;
  /** Working seconds until the norm breaks, negative after. */
  secondsLeft: number;
  /** Spent time as a share of the norm: 0 fresh, 1 due, above 1 broken. */
  share: number;
  /** When it breaks or broke; in a pause, if it ended now. Null when work never opens again. */
  dueAt: Date | null;
  /** Years whose public holidays are not known to the calendar. */
  unknownYears: number[];
};

export function startClock(normSeconds: number, calendar: WorkCalendar, startedAt: Date): SlaClock {
  return { normSeconds, calendar, startedAt, pauses: [], metAt: null };
}

/** Where the clock stands at an instant not before its last change. */
export function clockState(clock: SlaClock, now: Date): ClockState {
  const { normSeconds, calendar, metAt } = clock;
  const end = metAt ?? now;
  const unknownYears = new Set<number>();
  let spentSeconds = 0;
  let dueAt: Date | null | undefined;
  for (const run of runsOf(clock, end)) {
    const spent = workingSecondsBetween(calendar, run.from, run.to ?? end);
    for (const year of spent.unknownYears) unknownYears.add(year);
    // The last run is looked through to its end however far: there the norm breaks.
    if (dueAt == null && (run.to == null || spentSeconds + spent.seconds > normSeconds)) {
      const due = addWorkingTime(calendar, run.from, normSeconds - spentSeconds);
      for (const year of due.unknownYears) unknownYears.add(year);
      dueAt = due.ok ? due.at : null;
    }
    spentSeconds += spent.seconds;
  }
  const isBroken = spentSeconds > normSeconds;
  const isPaused = metAt == null && openPause(clock) != null;
  return {
    status: statusOf(metAt != null, isBroken, isPaused),
    isPaused,
    isBroken,
    spentSeconds,
    secondsLeft: normSeconds - spentSeconds,
    share: normSeconds > 0 ? spentSeconds / normSeconds : Number(isBroken),
    dueAt: dueAt ?? null,
    unknownYears: [...unknownYears].toSorted((a, b) => a - b),
  };
}

function statusOf(isMet: boolean, isBroken: boolean, isPaused: boolean): ClockStatus {
  if (isMet) return isBroken ? 'met_late' : 'met';
  if (isBroken) return 'broken';
  return isPaused ? 'paused' : 'running';
}

/** The stretches in which the clock ran; the last has no end, for it would run on from there. */
function runsOf(clock: SlaClock, end: Date): { from: Date; to: Date | null }[] {
  const runs: { from: Date; to: Date | null }[] = [];
  let from = clock.startedAt;
  for (const pause of clock.pauses) {
    runs.push({ from, to: pause.from });
    from = pause.to ?? end;
  }
  return [...runs, { from, to: null }];
}

function openPause(clock: SlaClock): Pause | undefined {
  return clock.pauses.find((pause) => pause.to == null);
}
