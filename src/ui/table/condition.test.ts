import { describe, expect, test } from 'vitest';
import {
  both,
  filterOf,
  isComplete,
  lineOfGroup,
  linesOf,
  partOf,
  partsOf,
  valueFor,
} from './condition.ts';
import type { Condition, Draft, Line } from './contract.ts';

const a: Line = { field: 'a', op: 'is', value: 1 };
const b: Line = { field: 'b', op: 'empty' };
const c: Line = { field: 'c', op: 'in', value: ['x'] };

describe('a filter is its parts put together', () => {
  test.each<[string, Condition[]]>([
    ['nothing', []],
    ['one line', [a]],
    ['two lines', [a, b]],
    ['alternatives', [{ any: [a, b] }, c]],
  ])('%s', (_, parts) => {
    expect(partsOf(filterOf(parts))).toEqual(parts);
  });

  test('both of two filters, whichever is absent', () => {
    expect(both(undefined, undefined)).toBeUndefined();
    expect(both(a, undefined)).toEqual(a);
    expect(both({ all: [a, b] }, c)).toEqual({ all: [a, b, c] });
  });
});

describe('a part is its alternatives', () => {
  test('one line and several lines come back as they were', () => {
    expect(linesOf(partOf([a])!)).toEqual([a]);
    expect(linesOf(partOf([a, b])!)).toEqual([a, b]);
  });

  test('a shape that cannot be edited by hand is told apart', () => {
    expect(linesOf({ not: a })).toBeNull();
    expect(linesOf({ any: [a, { not: b }] })).toBeNull();
  });
});

test.each<[Draft, boolean]>([
  [{ field: 'f', op: 'is', value: '' }, false],
  [{ field: 'f', op: 'is', value: 0 }, true],
  [{ field: 'f', op: 'is', value: false }, true],
  [{ field: 'f', op: 'empty' }, true],
  [{ field: 'f', op: 'between', value: [1] }, false],
  [{ field: 'f', op: 'between', value: [1, ''] }, false],
  [{ field: 'f', op: 'between', value: [1, 2] }, true],
  [{ field: 'f', op: 'in', value: [] }, false],
  [{ field: 'f', op: 'in', value: ['x'] }, true],
])('%j is complete: %s', (line, expected) => {
  expect(isComplete(line)).toBe(expected);
});

test.each<[Draft['op'], Draft, unknown]>([
  ['starts', { field: 'f', op: 'contains', value: 'x' }, 'x'],
  ['not_in', { field: 'f', op: 'in', value: ['x'] }, ['x']],
  ['between', { field: 'f', op: 'gte', value: 1 }, undefined],
  ['last_days', { field: 'f', op: 'gte', value: '2026-01-01' }, undefined],
  ['empty', { field: 'f', op: 'is', value: 1 }, undefined],
])('going over to %s from %j keeps %j', (op, before, expected) => {
  expect(valueFor(op, before)).toEqual(expected);
});

test.each<[Parameters<typeof lineOfGroup>, Line]>([
  [['city', 'choice', '7'], { field: 'city', op: 'in', value: ['7'] }],
  [['isVip', 'boolean', false], { field: 'isVip', op: 'is', value: false }],
  [['city', 'choice', null], { field: 'city', op: 'empty' }],
  [['street', 'text', ''], { field: 'street', op: 'empty' }],
])('the group %j is asked for by %j', (group, expected) => {
  expect(lineOfGroup(...group)).toEqual(expected);
});
