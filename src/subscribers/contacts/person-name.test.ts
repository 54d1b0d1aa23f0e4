import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialsOf, splitPersonName } from './person-name.ts';

test.each<[string, [string | null, string | null, string | null]]>([
  ['Иванов Иван Иванович', ['Иванов', 'Иван', 'Иванович']],
  ['Иван Иванович Иванов', ['Иванов', 'Иван', 'Иванович']],
  ['ИВАНОВА АННА ИЛЬИНИЧНА', ['Иванова', 'Анна', 'Ильинична']],
  ['иванов иван', ['Иванов', 'Иван', null]],
  ['Иван Иванов', ['Иванов', 'Иван', null]],
  ['Абрамович Роман Аркадьевич', ['Абрамович', 'Роман', 'Аркадьевич']],
  ['Иван Петрович', [null, 'Иван', 'Петрович']],
  ['Иванов И. И.', ['Иванов', 'И.', 'И.']],
  ['Иванов И.И.', ['Иванов', 'И.', 'И.']],
  ['Иванов ИИ', ['Иванов', 'Ии', null]],
  ['И. И. Иванов', ['Иванов', 'И.', 'И.']],
  ['И.И.Иванов', ['Иванов', 'И.', 'И.']],
  ['Иванов И', ['Иванов', 'И.', null]],
  ['Иван П.', ['П.', 'Иван', null]],
  ['Иванов Иван И.', ['Иванов', 'Иван', 'И.']],
  ['Иван И. Иванов', ['Иванов', 'Иван', 'И.']],
  ['Ivan Ivanov', ['Ivanov', 'Ivan', null]],
  ['Ivanov Ivan', ['Ivanov', 'Ivan', null]],
  ['Ivanov Ivan Petrovich', ['Ivanov', 'Ivan', 'Petrovich']],
  ['John Smith', ['Smith', 'John', null]],
  ['John Fitzgerald Kennedy', ['Kennedy', 'John', 'Fitzgerald']],
  ["SHAUN O'NEIL", ["O'Neil", 'Shaun', null]],
  ['САЛТЫКОВ-ЩЕДРИН МИХАИЛ', ['Салтыков-Щедрин', 'Михаил', null]],
  ['Салтыков - Щедрин Михаил', ['Салтыков-Щедрин', 'Михаил', null]],
  ['Алиев Мамед Гасан ОГЛЫ', ['Алиев', 'Мамед', 'Гасан оглы']],
  ['Ким Чен Ын', ['Ким', 'Чен Ын', null]],
  ['Иванова (Петрова) Анна Сергеевна', ['Иванова (Петрова)', 'Анна', 'Сергеевна']],
  ['Семёнов Пётр', ['Семёнов', 'Пётр', null]],
  ['МакДональд Рональд', ['МакДональд', 'Рональд', null]],
  ['Иван', [null, 'Иван', null]],
  ['Иванов', ['Иванов', null, null]],
  ['Шевченко Тарас Григорьевич, 1814', ['Шевченко', 'Тарас', 'Григорьевич']],
])('%s', (text, [lastName, firstName, middleName]) => {
  expect(splitPersonName(text)).toEqual({ lastName, firstName, middleName });
});

test.each(['', '  ', '123', '---', '.'])('%j is no name', (text) => {
  expect(splitPersonName(text)).toBeUndefined();
});

test.each([
  ['Иванов Иван Иванович', 'И. И.'],
  ['Иванов И.', 'И.'],
  ['Иванов', ''],
])('%s has the initials %j', (text, initials) => {
  expect(initialsOf(splitPersonName(text)!)).toBe(initials);
});

test('the order and the case of letters do not matter', () => {
  const lasts = fc.constantFrom('Иванов', 'Петренко', 'Соловьёва', 'Достоевский', 'Ковальчук');
  const firsts = fc.constantFrom('Иван', 'Пётр', 'Анна', 'Юрий', 'Екатерина');
  const middles = fc.constantFrom('Сергеевич', 'Ильинична', 'Петровна', 'Кузьмич');
  fc.assert(
    fc.property(lasts, firsts, middles, (lastName, firstName, middleName) => {
      const expected = { lastName, firstName, middleName };
      expect(splitPersonName(`${lastName} ${firstName} ${middleName}`)).toEqual(expected);
      expect(splitPersonName(`${firstName} ${middleName} ${lastName}`)).toEqual(expected);
      const loud = `${lastName} ${firstName} ${middleName}`.toUpperCase();
      expect(splitPersonName(loud)).toEqual(expected);
      const two = { lastName, firstName, middleName: null };
      expect(splitPersonName(`${firstName} ${lastName}`)).toEqual(two);
      expect(splitPersonName(`${lastName} ${firstName}`)).toEqual(two);
    }),
  );
});

test('any text gives letters it had, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const name = splitPersonName(text);
      expect(name == null || Object.values(name).some((part) => /\p{L}/u.test(part ?? ''))).toBe(
        true,
      );
    }),
  );
});
