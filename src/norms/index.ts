export {
  addWorkingTime,
  type DueResult,
  isOpenAt,
  nextOpening,
  workingSecondsBetween,
} from './calendar.ts';
export {
  type ClockFailure,
  type ClockResult,
  type ClockState,
  clockState,
  type ClockStatus,
  meetClock,
  type Pause,
  pauseClock,
  resumeClock,
  type SlaClock,
  startClock,
} from './clock.ts';
export { type HolidayCountry, knownHolidayYears } from './holidays/holidays.ts';
export { type DeadlineReason, type UnusualDay, whyDeadline } from './why-deadline.ts';
export {
  type CalendarProblem,
  calendarProblems,
  type DayException,
  type OpenHours,
  roundTheClock,
  type WeekHours,
  weekdays,
  type Weekday,
  type WorkCalendar,
} from './work-calendar.ts';
export { FIRST_TOUCH, FIRST_TOUCH_SECONDS } from './first-touch.ts';
export { loadCalendar, loadCalendars, type StoredCalendar } from './load-calendar.ts';
export { type NormKind, normKinds } from './norm-kinds.ts';
export { type StartedNorm, startNorm } from './start-norm.ts';
export { dueAfter, opensAt } from './working-moment.ts';
