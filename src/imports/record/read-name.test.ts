import { expect, test } from 'vitest';
import { nameOfParts } from './read-name.ts';

test.each([
  ['иванов  иван', { lastName: 'Иванов', firstName: 'Иван', displayName: 'Иванов Иван' }],
  ['Иван Иванов', { lastName: 'Иванов', firstName: 'Иван', displayName: 'Иванов Иван' }],
  ['Абонент 345', { lastName: 'Абонент', displayName: 'Абонент 345' }],
  ['Склад №3', { lastName: 'Склад', displayName: 'Склад №3' }],
  [
    'Иванов Иван 8-913-000-00-01',
    { lastName: 'Иванов', firstName: 'Иван', displayName: 'Иванов Иван 8-913-000-00-01' },
  ],
  ['Иванов И.И./Петрова А.А.', { displayName: 'Иванов И.И./Петрова А.А.' }],
  ['12345', { displayName: '12345' }],
  ['ООО "Север-2"', { kind: 'organisation', displayName: 'ООО "Север-2"' }],
])('%s says all that it said', (fullName, expected) => {
  expect(nameOfParts(new Map([['fullName', fullName]]))).toMatchObject(expected);
});
