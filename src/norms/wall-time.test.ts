import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateOfDay, dayMs, dayOfDate, localDay, wallToMs, weekdayOfDay } from './wall-time.ts';

const zones = [
  'UTC',
  'Asia/Tomsk',
  'Europe/Moscow',
  'Asia/Almaty',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Kathmandu',
];

test('days and dates go both ways', () => {
  expect(dayOfDate('1970-01-01')).toBe(0);
  expect(dateOfDay(dayOfDate('2026-02-28') + 1)).toBe('2026-03-01');
  expect(weekdayOfDay(dayOfDate('2026-03-02'))).toBe(0);
  expect(weekdayOfDay(dayOfDate('1969-12-28'))).toBe(6);
  expect(() => dayOfDate('2026-02-30')).toThrow(RangeError);
  expect(() => dayOfDate('yesterday')).toThrow(RangeError);
});

test('a time that clocks leap over is the moment of the leap, one shown twice is the first', () => {
  const spring = dayOfDate('2026-03-29');
  const autumn = dayOfDate('2026-10-25');
  const iso = (ms: number) => new Date(ms).toISOString();
  expect(iso(wallToMs('Europe/Berlin', spring, 2.5 * 3600))).toBe('2026-03-29T01:00:00.000Z');
  expect(iso(wallToMs('Europe/Berlin', spring, 3 * 3600))).toBe('2026-03-29T01:00:00.000Z');
  expect(iso(wallToMs('Europe/Berlin', autumn, 2.5 * 3600))).toBe('2026-10-25T00:30:00.000Z');
});

const cases = fc.record({
  zone: fc.constantFrom(...zones),
  ms: fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2040, 0, 1) }),
});

test('local dates and wall times agree with Temporal', () => {
  fc.assert(
    fc.property(cases, ({ zone, ms }) => {
      const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
      expect(dateOfDay(localDay(zone, ms))).toBe(local.toPlainDate().toString());
      const seconds = ((ms / 1000) % 86_400) | 0;
      const wall = local.toPlainDate().toPlainDateTime().add({ seconds });
      const exact = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
      fc.pre(exact.toPlainDateTime().equals(wall));
      expect(wallToMs(zone, localDay(zone, ms), seconds)).toBe(exact.epochMilliseconds);
    }),
    { numRuns: 1000 },
  );
});

test('a later wall time is never an earlier instant', () => {
  const seconds = fc.integer({ min: 0, max: 2 * 86_400 });
  fc.assert(
    fc.property(cases, seconds, seconds, ({ zone, ms }, a, b) => {
      const day = Math.floor(ms / dayMs);
      const [first, second] = a < b ? [a, b] : [b, a];
      expect(wallToMs(zone, day, first)).toBeLessThanOrEqual(wallToMs(zone, day, second));
    }),
    { numRuns: 1000 },
  );
});
