import { expect, test } from 'vitest';
import { qiniArea, qiniCurve, type Treated } from './qini.ts';

const one = (expected: number, isTreated: boolean, hasStayed: boolean): Treated => ({
  expected,
  isTreated,
  hasStayed,
});

test('counts who stayed by treatment in the order foretold, the held out as if they were as many', () => {
  // Of the better half two of two treated stay and none of two held out; of the worse all stay.
  const better = [
    one(9, true, true),
    one(8, false, false),
    one(7, true, true),
    one(6, false, false),
  ];
  const worse = [one(4, true, true), one(3, false, true), one(2, true, true), one(1, false, true)];
  const curve = qiniCurve([...worse, ...better], 2);
  expect(curve).toEqual([
    { share: 0, gained: 0 },
    { share: 0.5, gained: 2 },
    { share: 1, gained: 2 },
  ]);
  expect(qiniArea(curve)).toBeCloseTo(0.5);
  // In the worst order it is as much below the line.
  const upside = [...worse, ...better].map((it) => ({ ...it, expected: -it.expected }));
  expect(qiniArea(qiniCurve(upside, 2))).toBeCloseTo(-0.5);
});

test('where as many stay of both, nothing is gained', () => {
  const same = Array.from({ length: 40 }, (_, at) => one(at, at % 2 === 0, at % 4 < 2));
  expect(qiniCurve(same).at(-1)?.gained).toBe(0);
  expect(qiniCurve([]).at(-1)).toEqual({ share: 0, gained: 0 });
});
