import { expect, test } from 'vitest';
import { placeErrors } from './errors.ts';

const names = ['name', 'street', 'contact.phone'];

test.each([
  ['its own name', { name: 'Заполните' }, { name: 'Заполните' }, []],
  ['a whole path', { 'contact.phone': 'Неполный' }, { 'contact.phone': 'Неполный' }, []],
  ['the last part of a path', { 'address.street': 'Нет такой' }, { street: 'Нет такой' }, []],
  ['no field of the form', { color: 'Не бывает' }, {}, ['Не бывает']],
  ['some here, some nowhere', { name: 'a', color: 'b' }, { name: 'a' }, ['b']],
  ['no field at all', {}, {}, ['Не получилось']],
])('a complaint about %s', (_, fields, byField, others) => {
  expect(placeErrors({ fields }, names, 'Не получилось')).toEqual({ byField, others });
});
