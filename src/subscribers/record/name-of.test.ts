import { describe, expect, test } from 'vitest';
import { nameAfter, nameOf } from './name-of.ts';

const anna = {
  displayName: 'Котова Анна Ильинична',
  lastName: 'Котова',
  firstName: 'Анна',
  middleName: 'Ильинична',
};

describe('nameOf', () => {
  test.each([
    [{ lastName: 'Котова', firstName: 'Анна', middleName: 'Ильинична' }, 'Котова Анна Ильинична'],
    [{ lastName: 'Котова', firstName: null }, 'Котова'],
    [{ displayName: 'ООО «Ромашка»', lastName: 'Котова' }, 'ООО «Ромашка»'],
    [{}, ''],
  ])('%j is called %j', (named, expected) => {
    expect(nameOf(named)).toBe(expected);
  });
});

describe('nameAfter', () => {
  test('a name made of its parts follows them', () => {
    expect(nameAfter(anna, { lastName: 'Белова' })).toBe('Белова Анна Ильинична');
  });

  test('a part taken away leaves the name', () => {
    expect(nameAfter(anna, { middleName: null })).toBe('Котова Анна');
  });

  test('a name written as a whole stays when a part changes', () => {
    const shop = { displayName: 'Магазин у Анны', lastName: 'Котова' };
    expect(nameAfter(shop, { lastName: 'Белова' })).toBe('Магазин у Анны');
  });

  test('an emptied name is made of the parts again', () => {
    expect(nameAfter({ ...anna, displayName: 'Аня' }, { displayName: '' })).toBe(anna.displayName);
  });
});
