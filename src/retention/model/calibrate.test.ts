import { describe, expect, test } from 'vitest';
import { calibrated, chooseCalibration, fitCalibration } from './calibrate.ts';
import { sigmoid } from './logistic.ts';
import { calibrationError } from './measures.ts';
import { randomOf } from './random.ts';

/** Rows whose chance is a known function of their log-odds. */
function told(chanceOf: (margin: number) => number) {
  const random = randomOf(7);
  const margins = Float64Array.from({ length: 6000 }, () => (random() - 0.5) * 6);
  const labels = Uint8Array.from(margins, (margin) => (random() < chanceOf(margin) ? 1 : 0));
  return { margins, labels };
}

describe('Platt', () => {
  test('finds the line that the truth lies on', () => {
    const { margins, labels } = told((margin) => sigmoid(0.5 * margin - 1));
    const found = fitCalibration('platt', margins, labels);
    expect(found).toMatchObject({ kind: 'platt' });
    if (found.kind !== 'platt') return;
    expect(found.slope).toBeCloseTo(0.5, 1);
    expect(found.intercept).toBeCloseTo(-1, 1);
  });
});

describe('isotonic', () => {
  test('pools what does not rise', () => {
    const margins = Float64Array.of(1, 2, 3, 4);
    const found = fitCalibration('isotonic', margins, Uint8Array.of(0, 1, 0, 1));
    expect(found).toMatchObject({ at: Float64Array.of(1, 2.5, 4) });
  });

  test('a higher score never gets a lower chance', () => {
    const { margins, labels } = told((margin) => (Math.sin(margin) + 1) / 2);
    const found = fitCalibration('isotonic', margins, labels);
    const chances = calibrated(
      found,
      Float64Array.from({ length: 999 }, (_, at) => at / 100 - 5),
    );
    for (let at = 1; at < chances.length; at += 1) {
      expect(chances[at]).toBeGreaterThanOrEqual(chances[at - 1]!);
    }
    expect(Math.min(...chances)).toBeGreaterThan(0);
    expect(Math.max(...chances)).toBeLessThan(1);
  });
});

describe('the choice', () => {
  test('bent chances are told by rising parts, stretched ones by a line', () => {
    const bent = told((margin) => (margin > 0 ? 0.9 : 0.2));
    expect(chooseCalibration(bent.margins, bent.labels).kind).toBe('isotonic');
    const stretched = told((margin) => sigmoid(0.4 * margin + 1));
    const found = chooseCalibration(stretched.margins, stretched.labels);
    expect(found.kind).toBe('platt');
    const before = calibrationError(stretched.margins.map(sigmoid), stretched.labels);
    const after = calibrationError(calibrated(found, stretched.margins), stretched.labels);
    expect(before).toBeGreaterThan(0.1);
    expect(after).toBeLessThan(0.03);
  });

  test('of a handful of rows nothing is learnt', () => {
    const margins = Float64Array.from({ length: 30 }, (_, at) => at / 10);
    const labels = Uint8Array.from(margins, (_, at) => (at % 10 === 0 ? 1 : 0));
    expect(chooseCalibration(margins, labels)).toEqual({ kind: 'none' });
  });
});
