import { expect, test } from 'vitest';
import type { Moment } from './find-moments.ts';
import { type Contact, type Limits, walk } from './walk.ts';

const DAY_MS = 86_400_000;
const on = (day: number, subscriberId: number, more: Partial<Moment> = {}): Moment => ({
  subscriberId,
  at: new Date(day * DAY_MS + 3_600_000),
  rank: day,
  stop: null,
  monthlyMinor: 60_000,
  isVisible: true,
  isHeld: false,
  ...more,
});
const limits: Limits = {
  playId: 1,
  isCall: true,
  cooldownDays: 90,
  contactDays: 30,
  mostContacts: 2,
  callsPerDay: 2,
  budgetMinor: null,
  costOf: () => 100,
  dayOf: (at) => Math.floor(at.getTime() / DAY_MS),
};
const always = { from: 0, to: 30_000 };
const contact = (day: number, subscriberId: number, more: Partial<Contact> = {}): Contact => ({
  subscriberId,
  playId: 2,
  day,
  isCall: true,
  costMinor: 0,
  ...more,
});
const daysOf = (moments: Moment[], contacts: Contact[] = [], more: Partial<Limits> = {}) =>
  walk(moments, contacts, { ...limits, ...more }, always);

test('who was spoken to rests, and after the rest is spoken to again', () => {
  const { taken, stopped } = daysOf([on(100, 1), on(150, 1), on(190, 1)]);
  expect(taken.map(({ day }) => day)).toEqual([100, 190]);
  expect(stopped.map(({ stop }) => stop)).toEqual(['cooling']);
});

test('all plays together reach nobody more often than is agreed', () => {
  const others = [contact(80, 1), contact(95, 1), contact(60, 2)];
  const { taken, stopped } = daysOf([on(100, 1), on(100, 2), on(111, 1)], others);
  expect(stopped.map(({ stop }) => stop)).toEqual(['capped']);
  expect(taken.map(({ moment, day }) => [moment.subscriberId, day])).toEqual([
    [2, 100],
    [1, 111],
  ]);
});

test('calls of a day are shared by all plays; who does not fit in waits three days', () => {
  const full = [101, 102, 103].flatMap((day) => [contact(day, 8), contact(day, 9)]);
  const { taken } = daysOf([1, 2, 3].map((id) => on(100, id)));
  expect(taken.map(({ day }) => day)).toEqual([100, 100, 101]);
  const packed = daysOf(
    [1, 2, 3].map((id) => on(100, id)),
    full,
  );
  expect(packed.taken.map(({ day }) => day)).toEqual([100, 100]);
  expect(packed.stopped.map(({ stop }) => stop)).toEqual(['no_slot']);
  const letters = daysOf(
    [1, 2, 3].map((id) => on(100, id)),
    full,
    { isCall: false },
  );
  expect(letters.taken).toHaveLength(3);
});

test('a month costs no more than its budget, and the next begins anew', () => {
  // The day 120 lies in May, 125 too, 151 in June.
  const { taken, stopped } = daysOf([on(120, 1), on(125, 2), on(151, 3)], [], {
    budgetMinor: 150,
  });
  expect(taken.map(({ moment }) => moment.subscriberId)).toEqual([1, 3]);
  expect(stopped.map(({ stop }) => stop)).toEqual(['over_budget']);
});

test('whom something stands in the way of is never taken, nor a control', () => {
  const held = [on(1, 2, { isHeld: true }), on(9, 2, { isHeld: true })];
  const { taken, stopped } = daysOf([on(1, 1, { stop: 'case' }), ...held, on(1, 3)]);
  expect(taken.map(({ moment }) => moment.subscriberId)).toEqual([3]);
  expect(stopped.map(({ stop }) => stop)).toEqual(['case', 'held', 'cooling']);
  // Only whom it would have reached is compared with those whom it has.
  const full = [1, 2, 3, 4].flatMap((day) => [contact(day, 8), contact(day, 9)]);
  const late = daysOf([on(1, 4, { isHeld: true })], full);
  expect(late.stopped.map(({ stop }) => stop)).toEqual(['no_slot']);
  const dear = daysOf([on(1, 4, { isHeld: true })], [], { budgetMinor: 50 });
  expect(dear.stopped.map(({ stop }) => stop)).toEqual(['over_budget']);
});

test('day by day as it comes does what the whole past at once does', () => {
  const moments = Array.from({ length: 60 }, (_, at) =>
    on(100 + Math.floor(at / 5), (at % 23) + 1),
  );
  const whole = daysOf(moments).taken;
  const lived: Contact[] = [];
  for (let day = 100; day < 120; day += 1) {
    const due = moments.filter(
      (one) =>
        limits.dayOf(one.at) <= day &&
        limits.dayOf(one.at) > day - 4 &&
        !lived.some((done) => done.subscriberId === one.subscriberId),
    );
    const { taken } = walk(due, lived, limits, { from: day, to: day });
    lived.push(
      ...taken.map(({ moment, day: made, costMinor }) =>
        contact(made, moment.subscriberId, { playId: 1, costMinor }),
      ),
    );
  }
  const shown = (all: { subscriberId: number; day: number }[]) =>
    all.map(({ subscriberId, day }) => `${day}:${subscriberId}`).toSorted();
  expect(shown(lived)).toEqual(
    shown(whole.map(({ moment, day }) => ({ subscriberId: moment.subscriberId, day }))),
  );
});
