import { expect, test } from 'vitest';
import type { ColumnMapping, Import } from '../client.ts';
import { faultOf } from './mapping-check.ts';

const of = (...targets: ColumnMapping['target'][]): ColumnMapping[] =>
  targets.map((target) => ({ target }));

test.each<[ColumnMapping['target'][], Import['key'], ReturnType<typeof faultOf>]>([
  [['accountNumber', 'phone', 'phone', 'attribute', 'attribute'], 'accountNumber', null],
  [['login', 'login'], 'login', { kind: 'twice', target: 'login' }],
  [['fullName', 'ignore'], 'login', { kind: 'noKey', key: 'login' }],
  [['fullName'], 'rowNumber', null],
])('%j by %s', (targets, key, fault) => {
  expect(faultOf(of(...targets), key)).toEqual(fault);
});
