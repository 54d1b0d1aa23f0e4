import { expect, test } from 'vitest';
import { filterOf, isLook } from './filter.ts';

test.each([
  ['', {}],
  ['who=7&subscriber=12', { staffId: 7, subscriberId: 12 }],
  ['who=x&subscriber=-1&from=yesterday', {}],
  ['what=a.viewed&what=b.changed&what=', { types: ['a.viewed', 'b.changed'] }],
])('the address “%s” is read', (address, filter) => {
  expect(filterOf(new URLSearchParams(address))).toEqual(filter);
});

test('a period covers its last day whole', () => {
  const { from = '', to = '' } = filterOf(new URLSearchParams('from=2026-03-02&to=2026-03-02'));
  expect(new Date(to).getTime() - new Date(from).getTime()).toBe(86_400_000);
});

test.each([
  ['subscribers.viewed', true],
  ['staff.audit_listed', true],
  ['subscribers.list_exported', true],
  ['subscribers.changed', false],
  ['work.view_created', false],
])('%s is a look: %s', (type, isOne) => {
  expect(isLook(type)).toBe(isOne);
});
