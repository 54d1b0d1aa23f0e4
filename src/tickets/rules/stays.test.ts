import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type WorkCalendar, workingSecondsBetween } from '../../norms/index.ts';
import { longAgo } from './stays.ts';

const office: WorkCalendar = {
  zone: 'Europe/Kaliningrad',
  hours: {
    mon: [{ from: '09:00', to: '18:00' }],
    tue: [{ from: '09:00', to: '18:00' }],
    wed: [{ from: '09:00', to: '18:00' }],
    thu: [{ from: '09:00', to: '18:00' }],
    fri: [{ from: '22:00', to: '03:00' }],
    sat: [],
    sun: [],
  },
  exceptions: [{ on: '2026-03-03', kind: 'closed' }],
};

test('it is the latest moment since when so much was worked', () => {
  const now = fc.date({
    min: new Date('2026-02-20T00:00:00Z'),
    max: new Date('2026-04-20T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(now, fc.integer({ min: 60, max: 200_000 }), (at, seconds) => {
      const since = longAgo(office, at, seconds);
      const worked = (ms: number): number =>
        workingSecondsBetween(office, new Date(ms), at).seconds;
      expect(worked(since.getTime())).toBeGreaterThanOrEqual(seconds);
      expect(worked(since.getTime() + 1)).toBeLessThan(seconds);
    }),
    { numRuns: 60 },
  );
});

test('where no hours are asked for, all count', () => {
  const at = new Date('2026-03-29T02:00:00Z');
  expect(longAgo(null, at, 7200)).toEqual(new Date('2026-03-29T00:00:00Z'));
});
