import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asNames, asNumbers, cohenKappa, krippendorffAlpha, type Ratings } from './agreement.ts';

/** Rows of coders as they are printed, turned into units; a dot is a missing answer. */
const unitsOf = (...coders: string[]) => {
  const rows = coders.map((row) => row.split(' ').map((one) => (one === '.' ? null : one)));
  return (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? null));
};
const repeat = <T>(times: number, value: T): T[] => Array.from({ length: times }, () => value);

/** Four coders, twelve units, some answers missing (Krippendorff 2011, example C). */
const fourCoders = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

/** The same by the table of coincidences, as the paper reckons it by hand. */
function alphaByCoincidences(ratings: Ratings<string>): number | null {
  const seen = new Map<string, number>();
  for (const unit of ratings.map((row) => row.filter((one) => one !== null))) {
    for (const [at, one] of unit.entries()) {
      for (const [of, other] of unit.entries()) {
        if (at === of) continue;
        const key = `${one} ${other}`;
        seen.set(key, (seen.get(key) ?? 0) + 1 / (unit.length - 1));
      }
    }
  }
  const margins = new Map<string, number>();
  for (const [key, count] of seen) {
    const [one = ''] = key.split(' ');
    margins.set(one, (margins.get(one) ?? 0) + count);
  }
  const total = [...margins.values()].reduce((all, one) => all + one, 0);
  let [observed, expected] = [0, 0];
  for (const one of margins.keys()) {
    for (const other of margins.keys()) {
      if (one === other) continue;
      observed += seen.get(`${one} ${other}`) ?? 0;
      expected += (margins.get(one) ?? 0) * (margins.get(other) ?? 0);
    }
  }
  return total === 0 || expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

describe('Krippendorff’s alpha', () => {
  test('of names, four coders and missing answers: 0.743', () => {
    expect(krippendorffAlpha(fourCoders, asNames)).toBeCloseTo(0.743, 3);
  });

  test('of intervals, the same answers: 0.849', () => {
    const numbers = fourCoders.map((unit) => unit.map((one) => (one === null ? null : +one)));
    expect(krippendorffAlpha(numbers, asNumbers)).toBeCloseTo(0.849, 3);
  });

  test('two coders, ten units of yes and no: 0.095 (example A)', () => {
    const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(units, asNames)).toBeCloseTo(0.095, 3);
  });

  test('two coders, twelve units of five names: 0.692 (example B)', () => {
    const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(krippendorffAlpha(units, asNames)).toBeCloseTo(0.692, 3);
  });

  test('nothing is said of what cannot be compared', () => {
    expect(krippendorffAlpha([], asNames)).toBeNull();
    expect(krippendorffAlpha(unitsOf('1 . 2', '. 1 .'), asNames)).toBeNull();
    expect(krippendorffAlpha(unitsOf('1 1', '1 1'), asNames)).toBeNull();
    expect(krippendorffAlpha(unitsOf('1 2', '1 2'), asNames)).toBe(1);
  });

  test('it is what the table of coincidences gives, of any answers', () => {
    const answer = fc.constantFrom('a', 'b', 'c', null);
    const units = fc.array(fc.array(answer, { minLength: 3, maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(units, (ratings) => {
        const [found, byHand] = [krippendorffAlpha(ratings, asNames), alphaByCoincidences(ratings)];
        expect(Math.round((found ?? 9) * 1e9)).toBe(Math.round((byHand ?? 9) * 1e9));
      }),
      { seed: 20_261 },
    );
  });
});

describe('Cohen’s kappa', () => {
  /** A table of two by two, as papers print it: both yes, yes and no, no and yes, both no. */
  const table = (a: number, b: number, c: number, d: number) => [
    ...repeat(a, ['yes', 'yes'] as const),
    ...repeat(b, ['yes', 'no'] as const),
    ...repeat(c, ['no', 'yes'] as const),
    ...repeat(d, ['no', 'no'] as const),
  ];

  // Fifty grants read by two: 35 agreed, by chance half of them. Then two tables of the same
  // agreement, 60 of 100, that tell how the margins matter (the worked examples of textbooks).
  test.each([
    [20, 5, 10, 15, 0.4],
    [45, 15, 25, 15, 0.1304],
    [25, 35, 5, 35, 0.2593],
  ])('%i, %i, %i, %i: %f', (a, b, c, d, kappa) => {
    expect(cohenKappa(table(a, b, c, d))).toBeCloseTo(kappa, 4);
    // Of two by two it is also 2 (ad − bc) / ((a+b)(b+d) + (a+c)(c+d)).
    const short = (2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d));
    expect(short).toBeCloseTo(kappa, 4);
  });

  test('it leaves out what one of them has not answered, and says nothing of one answer', () => {
    expect(cohenKappa([...table(20, 5, 10, 15), ['yes', null], [null, 'no']])).toBeCloseTo(0.4, 10);
    expect(cohenKappa([['yes', null]])).toBeNull();
    expect(cohenKappa(table(5, 0, 0, 0))).toBeNull();
    expect(cohenKappa(table(5, 0, 0, 5))).toBe(1);
  });
});
