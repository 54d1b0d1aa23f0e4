import { expect, test } from 'vitest';
import { type Met, measuresOf, study } from './measures.ts';

const met = (more: Partial<Met>): Met => ({
  kind: 'buying',
  answeredIn: 1,
  recommended: null,
  pitched: null,
  reasonAsked: null,
  ...more,
});

test('of each what could not be is left out, and whom nobody answered was not answered in time', () => {
  const round = measuresOf(
    [
      met({ recommended: true, pitched: false }),
      met({ answeredIn: 40, recommended: false, pitched: false }),
      met({ answeredIn: null }),
      met({ kind: 'leaving', answeredIn: 0, reasonAsked: true }),
    ],
    1,
  );
  expect(round.measures.map(({ measure, hits, contacts }) => [measure, hits, contacts])).toEqual([
    ['in_norm', 2, 4],
    ['recommended', 1, 2],
    ['pitched', 0, 2],
    ['reason_asked', 1, 1],
  ]);
  expect(round).toMatchObject({ medianMinutes: 1, neverAnswered: 1 });
  // Wilson's bounds of 2 of 4.
  expect(round.measures[0]!.low).toBeCloseTo(0.15, 3);
  expect(round.measures[0]!.high).toBeCloseTo(0.85, 3);
});

test.each<[number[], number | null]>([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[30, 1, 2], 2],
])('the middle of %j is %j', (minutes, median) => {
  const all = minutes.map((answeredIn) => met({ answeredIn }));
  expect(measuresOf(all, 1).medianMinutes).toBe(median);
});

test('the study has a figure of all but the callback', () => {
  expect(study).toEqual({ in_norm: null, recommended: 0.5, pitched: 0.02, reason_asked: 0.09 });
});
