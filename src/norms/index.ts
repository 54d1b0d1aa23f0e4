export { isOpenAt, workingSecondsBetween } from './calendar.ts';
export { clockState, type SlaClock, startClock } from './clock.ts';
export { FIRST_TOUCH, FIRST_TOUCH_SECONDS } from './first-touch.ts';
export { loadCalendar, loadCalendars, type StoredCalendar } from './load-calendar.ts';
export { normKinds } from './norm-kinds.ts';
export { startNorm } from './start-norm.ts';
export { whyDeadline } from './why-deadline.ts';
export { roundTheClock, type WorkCalendar } from './work-calendar.ts';
export { dueAfter, opensAt } from './working-moment.ts';
