import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reach } from '../kernel/context.ts';
import { covers, type Grants, withinScopes } from './grants.ts';

const names = ['a.view', 'a.edit', 'b.view', 'b.edit'];
const someReach = fc.constantFrom<Reach>('own', 'team', 'all');
const someGrants: fc.Arbitrary<Grants> = fc.dictionary(fc.constantFrom(...names), someReach);

test.each<[Grants, Grants, boolean]>([
  [{}, {}, true],
  [{ 'a.view': 'team' }, { 'a.view': 'own' }, true],
  [{ 'a.view': 'team' }, { 'a.view': 'team' }, true],
  [{ 'a.view': 'team' }, { 'a.view': 'all' }, false],
  [{ 'a.view': 'all' }, { 'a.view': 'all', 'b.view': 'own' }, false],
])('%j covers %j: %s', (mine, theirs, isCovered) => {
  expect(covers(mine, theirs)).toBe(isCovered);
});

test('covering is an order: of oneself, and handed on', () => {
  fc.assert(
    fc.property(someGrants, someGrants, someGrants, (a, b, c) => {
      expect(covers(a, a)).toBe(true);
      fc.pre(covers(a, b) && covers(b, c));
      expect(covers(a, c)).toBe(true);
    }),
  );
});

test('scopes only ever take away', () => {
  fc.assert(
    fc.property(someGrants, fc.subarray([...names, 'c.view']), (grants, scopes) => {
      const left = withinScopes(grants, scopes);
      expect(covers(grants, left)).toBe(true);
      expect(Object.keys(left).every((name) => scopes.includes(name))).toBe(true);
      expect(withinScopes(grants, [...scopes, '*'])).toEqual(grants);
    }),
  );
});
