import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createRepeats, isOfType } from './repeats.ts';

describe('createRepeats', () => {
  test('lets every event through once, in order, however often it is repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (ids) => {
        const isNew = createRepeats();
        expect(ids.filter((id) => isNew(id))).toEqual([...new Set(ids)]);
      }),
    );
  });

  test('number and text of one id are the same event', () => {
    const isNew = createRepeats();
    expect([isNew(7), isNew('7')]).toEqual([true, false]);
  });

  test('remembers only the newest', () => {
    const isNew = createRepeats(2);
    for (const id of [1, 2, 3]) isNew(id);
    expect(isNew(3)).toBe(false);
    expect(isNew(1)).toBe(true);
  });
});

describe('isOfType', () => {
  test.each([
    ['tickets.opened', ['tickets.opened'], true],
    ['tickets.opened', ['tickets.*'], true],
    ['tickets.opened', ['ticket.*'], false],
    ['tickets.opened', ['*'], true],
    ['tickets.opened', ['subscribers.*', 'tickets.closed'], false],
    ['tickets.opened', [], false],
  ])('%s among %j is %s', (type, wanted, expected) => {
    expect(isOfType(type, wanted)).toBe(expected);
  });
});
