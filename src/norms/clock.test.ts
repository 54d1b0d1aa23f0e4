import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/proof.ts';
import { addWorkingTime, workingSecondsBetween } from './calendar.ts';
import { clockState, type Pause, type SlaClock, startClock } from './clock.ts';
import { roundTheClock, type WeekHours, type WorkCalendar } from './work-calendar.ts';

const day = [{ from: '09:00', to: '18:00' }];
const week: WeekHours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const office: WorkCalendar = { zone: 'Asia/Tomsk', hours: week, exceptions: [] };
const always = roundTheClock('Asia/Tomsk');

/** A minute of Monday, 2 March 2026, in Tomsk. */
function at(time: string, seconds = 0): Date {
  return new Date(Date.parse(`2026-03-02T${time}:00+07:00`) + seconds * 1000);
}

const pause = (from: Date, to: Date | null = null): Pause => ({ from, to, reason: 'waiting' });

test('a minute round the clock: runs, is due, breaks', () => {
  const clock = startClock(60, always, at('10:00'));
  expect(clockState(clock, at('10:00', 45))).toEqual({
    status: 'running',
    isPaused: false,
    isBroken: false,
    spentSeconds: 45,
    secondsLeft: 15,
    share: 0.75,
    dueAt: at('10:01'),
    unknownYears: [],
  });
  expect(clockState(clock, at('10:01'))).toMatchObject({
    status: 'running',
    secondsLeft: 0,
    share: 1,
  });
  expect(clockState(clock, at('10:01', 1))).toMatchObject({ status: 'broken', secondsLeft: -1 });
  expect(clockState(clock, at('12:00'))).toMatchObject({ isBroken: true, dueAt: at('10:01') });
});

test('met in time and met late stay so for ever', () => {
  const clock = startClock(60, always, at('10:00'));
  const met = { ...clock, metAt: at('10:01') };
  expect(clockState(met, at('23:00'))).toMatchObject({ status: 'met', spentSeconds: 60 });
  const late = { ...clock, metAt: at('10:03') };
  expect(clockState(late, at('23:00'))).toMatchObject({
    status: 'met_late',
    isBroken: true,
    spentSeconds: 180,
    dueAt: at('10:01'),
  });
});

test('a request of the night waits for the morning', () => {
  const clock = startClock(60, office, at('03:00'));
  expect(clockState(clock, at('08:59'))).toMatchObject({ secondsLeft: 60, dueAt: at('09:01') });
  expect(clockState(clock, at('09:02'))).toMatchObject({ status: 'broken', spentSeconds: 120 });
});

describe('a pause', () => {
  const clock = startClock(3600, office, at('10:00'));
  const paused = { ...clock, pauses: [pause(at('10:20'))] };

  test('stops the clock, and the deadline moves on with it', () => {
    expect(clockState(paused, at('11:00'))).toMatchObject({
      status: 'paused',
      isPaused: true,
      spentSeconds: 1200,
      dueAt: at('11:40'),
    });
    expect(clockState(paused, at('17:00'))).toMatchObject({
      spentSeconds: 1200,
      dueAt: at('17:40'),
    });
  });

  test('ends, and the rest of the norm counts from there', () => {
    const resumed = { ...clock, pauses: [pause(at('10:20'), at('15:00'))] };
    expect(clockState(resumed, at('15:10'))).toMatchObject({
      status: 'running',
      spentSeconds: 1800,
      dueAt: at('15:40'),
    });
  });

  test('after the norm broke mends nothing', () => {
    const late = { ...clock, pauses: [pause(at('12:00'))] };
    expect(clockState(late, at('16:00'))).toMatchObject({
      status: 'broken',
      isPaused: true,
      spentSeconds: 7200,
      dueAt: at('11:00'),
    });
  });

  test('at the very deadline leaves nothing, but breaks nothing', () => {
    const last = { ...clock, pauses: [pause(at('11:00'))] };
    expect(clockState(last, at('16:00'))).toMatchObject({ status: 'paused', secondsLeft: 0 });
  });

  test('that ended as the norm was met is not counted', () => {
    const met = { ...clock, pauses: [pause(at('10:20'), at('16:00'))], metAt: at('16:00') };
    expect(clockState(met, at('17:00'))).toMatchObject({ status: 'met', spentSeconds: 1200 });
  });
});

test('a calendar that never opens has no deadline', () => {
  const never = { ...office, hours: { ...week, mon: [], tue: [], wed: [], thu: [], fri: [] } };
  expect(clockState(startClock(60, never, at('10:00')), at('11:00'))).toMatchObject({
    status: 'running',
    spentSeconds: 0,
    dueAt: null,
  });
});

const steps = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 8 });
const calendars = fc.constantFrom(office, always);
const norms = fc.integer({ min: 1, max: 100_000 });
const often = { seed: 20_261_126, numRuns: runs(100, 20_000) };

/** Pauses and runs by turns, so many seconds after each other; ends where the last step ends. */
function played(clock: SlaClock, seconds: readonly number[]) {
  let now = clock.startedAt;
  const pauses: Pause[] = [];
  for (const step of seconds) {
    now = new Date(now.getTime() + step * 1000);
    const last = pauses.at(-1);
    if (last?.to === null) pauses[pauses.length - 1] = pause(last.from, now);
    else pauses.push(pause(now));
  }
  return { clock: { ...clock, pauses }, now };
}

test('it is broken exactly when its deadline is behind', () => {
  fc.assert(
    fc.property(calendars, norms, steps, fc.nat(200_000), (calendar, norm, seconds, wait) => {
      const { clock, now } = played(startClock(norm, calendar, at('10:00')), seconds);
      const later = new Date(now.getTime() + wait * 1000);
      const state = clockState(clock, later);
      expect(state.spentSeconds + state.secondsLeft).toBe(norm);
      expect(state.dueAt).not.toBeNull();
      const isOver = state.dueAt!.getTime() < later.getTime();
      // Outside working hours the deadline may be behind with nothing spent beyond it.
      expect(state.isBroken ? isOver : state.secondsLeft >= 0).toBe(true);
    }),
  );
});

test('spent time never shrinks, and stands still in a pause', () => {
  fc.assert(
    fc.property(calendars, norms, steps, fc.nat(200_000), (calendar, norm, seconds, wait) => {
      const { clock, now } = played(startClock(norm, calendar, at('10:00')), seconds);
      const state = clockState(clock, now);
      const later = clockState(clock, new Date(now.getTime() + wait * 1000));
      expect(later.spentSeconds).toBeGreaterThanOrEqual(state.spentSeconds);
      expect(later.spentSeconds === state.spentSeconds || !state.isPaused).toBe(true);
    }),
  );
});

test('time left falls by working time alone, and only while it runs', () => {
  fc.assert(
    fc.property(calendars, norms, steps, fc.nat(200_000), (calendar, norm, seconds, wait) => {
      const { clock, now } = played(startClock(norm, calendar, at('10:00')), seconds);
      const later = new Date(now.getTime() + wait * 1000);
      const before = clockState(clock, now);
      const worked = workingSecondsBetween(calendar, now, later).seconds;
      const left = before.secondsLeft - clockState(clock, later).secondsLeft;
      expect(left).toBe(before.isPaused ? 0 : worked);
    }),
    often,
  );
});

test('the deadline is moved by a pause alone, and never back', () => {
  fc.assert(
    fc.property(calendars, norms, steps, fc.nat(200_000), (calendar, norm, seconds, wait) => {
      let due = clockState(startClock(norm, calendar, at('10:00')), at('10:00')).dueAt!;
      for (let count = 0; count <= seconds.length; count += 1) {
        const { clock, now } = played(
          startClock(norm, calendar, at('10:00')),
          seconds.slice(0, count),
        );
        const next = seconds[count] ?? wait;
        const state = clockState(clock, new Date(now.getTime() + next * 1000));
        const moved = state.dueAt!.getTime() - due.getTime();
        expect(state.isPaused && !state.isBroken ? moved >= 0 : moved === 0).toBe(true);
        due = state.dueAt!;
      }
    }),
    often,
  );
});

test('without pauses it is due when the calendar says', () => {
  fc.assert(
    fc.property(calendars, norms, fc.nat(500_000), (calendar, norm, wait) => {
      const start = new Date(at('10:00').getTime() + wait * 1000);
      const due = addWorkingTime(calendar, start, norm);
      expect(due).toMatchObject({ at: clockState(startClock(norm, calendar, start), start).dueAt });
    }),
  );
});
