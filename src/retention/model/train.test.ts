import { beforeAll, describe, expect, test } from 'vitest';
import { makeBase, type MadeBase } from '../testing/made-base.ts';
import { additiveMargins } from './additive.ts';
import { binTable } from './binning.ts';
import { findLeaks } from './find-leaks.ts';
import { auc, calibrationError } from './measures.ts';
import { explaining, LEAST_REASON, REASONS, scoreWithReasons } from './reasons.ts';
import { everyRow } from './table.ts';
import { riskChances, type RiskModel, trainRisk } from './train.ts';

const ROWS = 6000;
let base: MadeBase;
let model: RiskModel;
let later: MadeBase;
beforeAll(() => {
  base = makeBase(ROWS, 8, 1);
  later = makeBase(ROWS, 8, 2);
  model = trainRisk(base.table, base.labels, everyRow(ROWS), 1);
});

describe('on a base whose truth is known', () => {
  test('the additive model tells nearly all that can be told, with its chances right', () => {
    const chances = riskChances(model, later.table, 'additive');
    expect(auc(chances, later.labels)).toBeGreaterThan(auc(later.chances, later.labels) - 0.012);
    expect(calibrationError(chances, later.labels)).toBeLessThan(0.02);
  });

  test('the pair that acts only together is found first', () => {
    const [pair] = model.additive.model.pairs;
    const names = [pair?.first, pair?.second].map((at) => model.binnings[at ?? -1]?.name);
    expect(names).toEqual(['price', 'speed']);
  });

  test('trees find it too, and the baseline cannot', () => {
    const [trees, ridge] = (['trees', 'ridge'] as const).map((kind) =>
      auc(riskChances(model, later.table, kind), later.labels),
    );
    const oracle = auc(later.chances, later.labels);
    expect(trees).toBeGreaterThan(oracle - 0.02);
    expect(ridge).toBeLessThan(oracle - 0.04);
  });

  test('the challenger is not chosen where it is no better', () => {
    expect(model.chosen).toBe('additive');
  });

  test('the same seed makes the same model', () => {
    const few = makeBase(400, 6, 3);
    const twice = [1, 2].map(() => trainRisk(few.table, few.labels, everyRow(400), 5));
    for (const kind of ['additive', 'trees', 'ridge'] as const) {
      const [one, other] = twice.map((own) => riskChances(own, later.table, kind));
      expect(one).toEqual(other);
    }
  });
});

describe('reasons', () => {
  test('the parts of all features and the intercept are the score', () => {
    const { codes } = binTable(later.table, model.binnings);
    const explain = explaining(model.additive.model, codes);
    const margins = additiveMargins(model.additive.model, codes);
    const parts = new Float64Array(model.binnings.length);
    for (let row = 0; row < 500; row += 1) {
      const margin = explain(row, parts);
      const sum = parts.reduce((all, part) => all + part, model.additive.model.intercept);
      expect(margin).toBeCloseTo(margins[row] ?? Number.NaN, 9);
      expect(sum).toBeCloseTo(margin, 9);
    }
  });

  test('the three that raise a score most are told, strongest first', () => {
    const { codes } = binTable(later.table, model.binnings);
    const told = scoreWithReasons(model.additive.model, codes);
    const explain = explaining(model.additive.model, codes);
    const parts = new Float64Array(model.binnings.length);
    for (let row = 0; row < 500; row += 1) {
      explain(row, parts);
      const wanted = [...parts.keys()]
        .filter((at) => parts[at]! > LEAST_REASON)
        .toSorted((a, b) => parts[b]! - parts[a]!)
        .slice(0, REASONS);
      const found = [...told.features.subarray(row * REASONS, (row + 1) * REASONS)];
      expect(found.filter((feature) => feature >= 0)).toEqual(wanted);
    }
  });

  test('a feature that says nothing is hardly ever a reason', () => {
    const { codes } = binTable(later.table, model.binnings);
    const told = scoreWithReasons(model.additive.model, codes);
    const firsts = told.features.filter((_, at) => at % REASONS === 0);
    const noise = firsts.filter((at) => model.binnings[at]?.name.startsWith('noise')).length;
    expect(noise / ROWS).toBeLessThan(0.02);
  });
});

describe('leaks', () => {
  test('a column that knows the answer is found, by its values or where it has none', () => {
    const { table, labels } = makeBase(2000, 6, 4);
    const value = Float64Array.from(labels, (label, at) => label * 10 + (at % 12));
    const closed = Float64Array.from(labels, (label, at) => (label === 1 ? at : Number.NaN));
    const columns = [
      ...table.columns,
      { name: 'last bill', kind: 'numeric', values: value } as const,
      { name: 'closed on', kind: 'numeric', values: closed } as const,
    ];
    const leaks = findLeaks({ rowCount: 2000, columns }, labels);
    expect(leaks.map(({ column, by }) => `${column} by ${by}`)).toEqual([
      'last bill by value',
      'closed on by missing',
    ]);
  });
});
