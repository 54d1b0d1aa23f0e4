import { expect, test } from 'vitest';
import type { Field } from '../../../ui/table/contract.ts';
import { fieldsOf, isChangeable, isEmptiable } from './bulk-fields.ts';
import type { BulkList } from './client.ts';

const list: BulkList = {
  entity: 'subscribers',
  permission: 'subscribers.edit',
  fields: ['status', 'ownerStaffId', 'teamId'],
  required: ['status'],
};

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
  expect(
    ['name', 'status', 'attributes.router'].map((key) => isChangeable(list, field(key))),
  ).toEqual([false, true, true]);
  expect([isEmptiable(list, field('status')), isEmptiable(list, field('teamId'))]).toEqual([
    false,
    true,
  ]);
});
