import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTokens, type SearchEntry } from './document-tokens.ts';
import type { QueryToken } from './query-token.ts';
import { readQuery } from './read-query.ts';
import { tsqueryText } from './tsquery-text.ts';

/** What PostgreSQL's `@@` does with the tokens, so that both sides are tried against each other. */
function finds(query: string, entry: SearchEntry): boolean {
  const { lexemes } = documentTokens(entry);
  const has = (text: string, isPrefix: boolean) =>
    lexemes.some((lexeme) => (isPrefix ? lexeme.startsWith(text) : lexeme === text));
  const tokens = readQuery(query);
  return (
    tokens.length > 0 &&
    tokens.every((token) =>
      token.readings.some((reading) =>
        reading.lexemes.every(({ text, isPrefix }) => has(text, isPrefix)),
      ),
    )
  );
}

const subscriber: SearchEntry = {
  names: ['Семёнов-Тяжлов Юрий Борисович'],
  phones: ['+79123456789', '+73822523456'],
  emails: ['yuri.semenov@mail.ru'],
  messengers: ['yuri_s'],
  identifiers: ['А-0123/45', '00123456', 'semenov_77'],
  addresses: ['г. Томск, пр-т Мира, д. 14/2, кв. 52', 'пер. 1-й Новый, д. 3а'],
  ips: ['10.0.5.17', '2001:db8::17'],
  macs: ['aa:bb:cc:d1:e2:f3'],
  ticketNumbers: [815],
};

describe('a subscriber is found', () => {
  test.each([
    // names
    'семенов',
    'Семёнов',
    'СЕМЕНОВ ЮРИЙ',
    'юрий сем',
    'Семёнов-Тяжлов',
    'Семенов Ю. Б.',
    'Семёнов Ю.Б.',
    'semenov yuriy',
    'Iurii Semenov',
    'ctvtyjd',
    'Ctv`yjd',
    // phones
    '+7 912 345-67-89',
    '8 (912) 345-67-89',
    '89123456789',
    '9123456789',
    '912 345 67 89',
    '345-67-89',
    '3456789',
    '345 67 89',
    '456789',
    '6789',
    '+7912',
    '8912345',
    '8 912 345',
    '52-34-56',
    '52 34 56',
    '(3822) 52-34-56',
    '8 (3822) 52-34-56',
    'Юрий 8 912 345 67 89',
    // numbers
    'А-0123/45',
    'A-0123/45',
    'а012345',
    '012345',
    '12345',
    '00123456',
    '123456',
    'Ф-0123/45',
    'semenov_77',
    'semenov77',
    'SEMENOV',
    'ыуьутщм_77',
    // address
    'Мира 14/2',
    'мира 14 52',
    'пр-т Мира 14/2-52',
    'проспект мира д14 кв52',
    'пр. Мира',
    'г. Томск мира',
    'ул.Мира,д.14',
    'Томск 1-й Новый 3а',
    'Новый 3a',
    'переулок новый',
    'Mira 14',
    'vbhf 14',
    // devices and messengers
    'yuri.semenov@mail.ru',
    'yuri.sem',
    'YURI.SEMENOV@',
    'нгкшюыуьутщм"ьфшдюкг',
    '@yuri_s',
    't.me/yuri_s',
    'https://t.me/yuri_s',
    '10.0.5.17',
    '10.0.5.',
    '10.0.5.17/24',
    '2001:db8::',
    'aa:bb:cc:d1:e2:f3',
    'AA-BB-CC-D1-E2-F3',
    'aabb.ccd1.e2f3',
    'aabbccd1e2f3',
    'aa:bb:cc',
    'd1e2f3',
    // tickets
    'T-815',
    'т-815',
    'е-815',
    '#815',
    '№815',
    '№ 815',
    '815',
    // together
    'семенов мира 6789',
  ])('by %j', (query) => {
    expect(finds(query, subscriber)).toBe(true);
  });

  test.each([
    'семенов пётр',
    'мира 15',
    '89123456788',
    '6788',
    '@petrov',
    '10.0.6.',
    'T-816',
    'aa:bb:cd',
    'семенова',
  ])('but not by %j', (query) => {
    expect(finds(query, subscriber)).toBe(false);
  });
});

describe('readQuery', () => {
  test.each(['', '   ', '.,;', "' | ! & \\ :*", '\0'])('%j asks for nothing', (text) => {
    expect(readQuery(text)).toEqual([]);
  });

  test('keeps a word of an address when it is all that was typed', () => {
    expect(finds('дом', { names: ['Дом книги'] })).toBe(true);
    expect(finds('Дом книги', { names: ['Дом книги'] })).toBe(true);
  });

  test('does not take a ticket for a contract of the same number', () => {
    expect(finds('T-815', { identifiers: ['0815'] })).toBe(false);
  });

  test.each<[string, QueryToken['fuzzyWords']]>([
    ['Ивонов', ['ивонов']],
    ['bdjyjd', ['ивонов']],
    ['ivonov', ['ivonov']],
    ['ива', []],
    ['123456', []],
    ['ivan@mail.ru', []],
  ])('%s may have a slip in %j', (text, expected) => {
    expect(readQuery(text).flatMap((token) => token.fuzzyWords)).toEqual(expected);
  });

  test('is bounded whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const tokens = readQuery(text);
        expect(tokens.length).toBeLessThanOrEqual(12);
        for (const token of tokens) {
          expect(token.readings.length).toBeGreaterThan(0);
          expect(token.readings.length).toBeLessThan(16);
          const lexemes = token.readings.flatMap((reading) => reading.lexemes);
          expect(lexemes.every((lexeme) => lexeme.text !== '')).toBe(true);
        }
        expect(typeof tsqueryText(tokens)).toBe(tokens.length > 0 ? 'string' : 'undefined');
      }),
    );
  });

  test('finds any phone by any end of it of four, six, seven, ten or eleven digits', () => {
    const phones = fc.integer({ min: 9_000_000_000, max: 9_999_999_999 });
    fc.assert(
      fc.property(phones, fc.constantFrom(4, 6, 7, 10, 11), (phone, length) => {
        expect(finds(`7${phone}`.slice(-length), { phones: [`+7${phone}`] })).toBe(true);
      }),
    );
  });

  test('finds any name by each of its words, also while it is typed', () => {
    const letters = 'абвгдежзийклмнопрстуфхцчшщыэюя'.split('');
    const words = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), fc.nat(), (name, at) => {
        const word = name[at % name.length]!;
        const typed = word.slice(0, 2 + (at % (word.length - 1)));
        expect(finds(typed, { names: [name.join(' ')] })).toBe(true);
      }),
    );
  });
});
