import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, instantOf, localOf } from './local-moment.ts';

test.each([
  ['2026-03-02T14:30', 'Europe/Moscow', '2026-03-02T11:30:00.000Z'],
  ['2026-03-02T00:10', 'Asia/Tomsk', '2026-03-01T17:10:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['', 'Europe/Moscow', null],
  ['soon', 'Europe/Moscow', null],
])('%s in %s', (local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant);
});

test('there and back, to the minute', () => {
  const zones = fc.constantFrom('Europe/Moscow', 'Asia/Vladivostok', 'Europe/Kaliningrad', 'UTC');
  const minutes = fc.integer({ min: 29_000_000, max: 30_500_000 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const at = new Date(minute * 60_000).toISOString();
      expect(instantOf(localOf(at, zone), zone)).toBe(at);
    }),
  );
});

test.each([
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['930', '09:30'],
  ['1830', '18:30'],
  ['0:05', '00:05'],
  ['24:00', ''],
  ['9:60', ''],
  ['9', ''],
  ['вечером', ''],
])('«%s» is read as %s', (text, time) => {
  expect(clockOf(text)).toBe(time);
});
