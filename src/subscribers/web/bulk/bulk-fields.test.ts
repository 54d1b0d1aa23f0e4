import { expect, test } from 'vitest';
import type { Field } from '../../../ui/table/contract.ts';
import { fieldsOf, isChangeable, isEmptiable } from './bulk-fields.ts';

const field = (key: string): Field => ({
  key,
  type: 'text',
  sortable: true,
  filterable: true,
  groupable: true,
  isFast: false,
});

test.each([
  ['status', 'left', { status: 'left' }],
  ['ownerStaffId', '12', { ownerStaffId: 12 }],
  ['teamId', null, { teamId: null }],
  ['attributes.router', 'Лиман', { attributes: { router: 'Лиман' } }],
  ['attributes.score', 4, { attributes: { score: 4 } }],
  ['attributes.router', null, { attributes: { router: null } }],
])('%s becomes %s', (key, value, expected) => {
  expect(fieldsOf(field(key), value)).toEqual(expected);
});

test('a name is nobody’s to set for many, and everybody keeps a state', () => {
  expect(['name', 'status', 'attributes.router'].map((key) => isChangeable(field(key)))).toEqual([
    false,
    true,
    true,
  ]);
  expect([isEmptiable(field('status')), isEmptiable(field('teamId'))]).toEqual([false, true]);
});
