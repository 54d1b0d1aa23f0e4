import { expect, test } from 'vitest';
import { neutraliseFormula } from './neutralise-formula.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['＝1', "'＝1"],
  ['-12,30', '-12,30'],
  ['+79130000001', '+79130000001'],
  ['Иванов', 'Иванов'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j leaves as %j', (text, expected) => {
  expect(neutraliseFormula(text)).toBe(expected);
});
