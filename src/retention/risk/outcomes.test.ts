import { expect, test } from 'vitest';
import type { Gathered } from './gathered.ts';
import { divideByTime, hasLeftWithin, outcomeIn } from './outcomes.ts';

const moments = ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01'];
const today = Date.parse('2026-02-10');
const gathered = (rows: { moment: number; left: number }[]): Gathered => ({
  keys: [],
  columns: [],
  moments,
  momentOf: Uint8Array.from(rows, ({ moment }) => moment),
  leftAfter: Float32Array.from(rows, ({ left }) => left),
  knownDays: moments.map((on) => (today - Date.parse(on)) / 86_400_000),
});
const never = Number.NaN;

test('a month counts whom it could still keep, once it is over', () => {
  const one = gathered([5, 7, 8, 37, 38, never].map((left) => ({ moment: 4, left })));
  const came = (month: number) =>
    [0, 1, 2, 3, 4, 5].map((row) => outcomeIn(one, row, { gapDays: 7, month }));
  // Who leaves within the gap could not be kept; 40 days are known of the last moment.
  expect(came(0)).toEqual([null, null, 1, 1, 0, 0]);
  expect(came(1)).toEqual([null, null, null, null, null, null]);
});

test('a horizon takes in its months', () => {
  const one = gathered([
    { moment: 0, left: 90 },
    { moment: 0, left: 98 },
    { moment: 4, left: 20 },
  ]);
  const within = (row: number, months: number) => hasLeftWithin(one, row, { gapDays: 7, months });
  expect([within(0, 3), within(1, 3), within(0, 2), within(2, 1), within(2, 3)]).toEqual([
    1,
    0,
    0,
    1,
    null,
  ]);
});

test('nothing is learnt from that was not known when the later months began', () => {
  const one = gathered(moments.map((_, moment) => ({ moment, left: never })));
  const { train, later, knownBefore } = divideByTime(one, 7);
  expect([...later]).toEqual([4]);
  // Of December the 37 days were not over on the first of January.
  expect([...train]).toEqual([0, 1, 2]);
  expect(knownBefore[3]).toBe(31);
});
