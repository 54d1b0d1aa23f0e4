import { expect, test } from 'vitest';
import { systemClock, testClock } from './clock.ts';

test('the system clock tells the present', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('a test clock stands still until it is moved', () => {
  const clock = testClock('2026-03-01T00:00:00Z');
  expect(clock.now()).toEqual(clock.now());
  clock.advance({ seconds: 86_400 * 365 });
  expect(clock.now().toISOString()).toBe('2027-03-01T00:00:00.000Z');
  clock.advance({ seconds: -0.5 });
  expect(clock.now().toISOString()).toBe('2027-02-28T23:59:59.500Z');
  clock.moveTo(new Date('2030-01-01T00:00:00Z'));
  expect(clock.now().getUTCFullYear()).toBe(2030);
});

test('changing a date that was handed out does not move the clock', () => {
  const clock = testClock('2026-03-01T00:00:00Z');
  clock.now().setUTCFullYear(1999);
  expect(clock.now().getUTCFullYear()).toBe(2026);
});

test('a start that is no instant is a bug', () => {
  expect(() => testClock('yesterday')).toThrow(RangeError);
});
