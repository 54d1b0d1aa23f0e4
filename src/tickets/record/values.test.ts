import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences, fieldsIn, isStill, overlaid, type Values } from './values.ts';

const base: Values = {
  categoryId: 1,
  subject: 'Нет интернета',
  description: '',
  priority: 'normal',
  state: 'ours',
  waitsUntil: null,
  ownerStaffId: null,
  teamId: 3,
  subscriberId: 9,
  accountId: null,
  serviceAddressId: null,
  attributes: { router: 'Кедр', floor: 4 },
};

test('what was not given stays, an attribute set to nothing goes', () => {
  const after = overlaid(base, { priority: 'urgent', attributes: { router: null, port: '7' } });
  expect(after).toEqual({ ...base, priority: 'urgent', attributes: { floor: 4, port: '7' } });
});

test('a date belongs to waiting alone', () => {
  const waiting = overlaid(base, { state: 'waiting', waitsUntil: '2026-03-05T09:00:00Z' });
  expect(waiting.waitsUntil).toEqual(new Date('2026-03-05T09:00:00Z'));
  expect(overlaid(waiting, { state: 'ours' }).waitsUntil).toBeNull();
});

test('codes and words stand apart', () => {
  const after = overlaid(base, {
    priority: 'urgent',
    subject: 'Нет связи',
    attributes: { floor: 5 },
  });
  expect(differences(base, after)).toEqual({
    facts: { before: { priority: 'normal' }, after: { priority: 'urgent' } },
    words: {
      before: { subject: 'Нет интернета', 'attributes.floor': 4 },
      after: { subject: 'Нет связи', 'attributes.floor': 5 },
    },
    fields: ['subject', 'priority', 'attributes.floor'],
  });
});

test('a difference put over the former values gives the latter', () => {
  const values = fc.record({
    ...Object.fromEntries(Object.entries(base).map(([key, value]) => [key, fc.constant(value)])),
    priority: fc.constantFrom('low', 'urgent'),
    subject: fc.constantFrom('а', 'б'),
    ownerStaffId: fc.constantFrom(null, 5),
    attributes: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', 2, true)),
  }) as fc.Arbitrary<Values>;
  fc.assert(
    fc.property(values, values, (before, after) => {
      const { facts, words } = differences(before, after);
      const side = { ...facts.after, ...words.after };
      expect(overlaid(before, fieldsIn(side))).toEqual(after);
      expect(isStill(after, side)).toBe(true);
    }),
  );
});
