import { expect, test } from 'vitest';
import { nameKey, readName, showName } from './read-name.ts';

test.each([
  ['иванов иван иванович', 'Иванов Иван Иванович', 'Иванов И. И.', 'Иван Иванович'],
  ['Иванов И.И.', 'Иванов И. И.', 'Иванов И. И.', 'И. И.'],
  ['Иванов', 'Иванов', 'Иванов', 'Иванов'],
  ['Иван Петрович', 'Иван Петрович', 'Иван Петрович', 'Иван Петрович'],
  ['ООО "Ромашка"', 'ООО «Ромашка»', 'ООО «Ромашка»', 'ООО «Ромашка»'],
  [
    'ИП ПЕТРОВ ПЁТР ПЕТРОВИЧ',
    'ИП Петров Пётр Петрович',
    'ИП Петров Пётр Петрович',
    'ИП Петров Пётр Петрович',
  ],
])('%s is shown', (text, full, short, polite) => {
  const name = readName(text)!;
  expect([showName(name), showName(name, 'short'), showName(name, 'polite')]).toEqual([
    full,
    short,
    polite,
  ]);
});

test('a sole trader is an organisation with a person behind it', () => {
  expect(readName('ИП Петров П. П.')).toMatchObject({
    kind: 'organisation',
    form: 'ИП',
    person: { lastName: 'Петров', firstName: 'П.', middleName: 'П.' },
  });
});

test.each([
  ['Семёнов Пётр', 'Пётр Семенов'],
  ['ООО «Ромашка»', 'АО "РОМАШКА"'],
])('%s and %s are compared as the same', (a, b) => {
  expect(nameKey(readName(a)!)).toBe(nameKey(readName(b)!));
});

test.each(['', '123'])('%j has no name', (text) => {
  expect(readName(text)).toBeUndefined();
});
