import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from './detect-encoding.ts';
import type { Encoding } from './encoding-names.ts';
import { encode } from './encodings.ts';

const cyrillic: Encoding[] = ['utf-8', 'windows-1251', 'koi8-r', 'cp866', 'utf-16le', 'utf-16be'];

const lastNames = ['Иванов', 'Шестакова', 'Цой', 'Фёдоров', 'Эйхман', 'Щукина', 'Ёлкин', 'Яхин'];
const firstNames = ['Пётр', 'Анна', 'Жанна', 'Юлия', 'Олег', 'Эдуард', 'Мария', 'Хасан'];
const streets = [
  'ул. Ленина',
  'пр-т Мира',
  'пер. Южный',
  'б-р Щорса',
  'ул. Энергетиков',
  'ш. Шуйское',
];
const tariffs = ['Домашний 100', 'Безлимит', 'ЭКОНОМ', 'Игровой', 'Пакет «Всё включено»'];

const rows = fc.array(
  fc
    .tuple(
      fc.constantFrom(...lastNames),
      fc.constantFrom(...firstNames),
      fc.constantFrom(...streets),
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom(...tariffs),
    )
    .map(([last, first, street, house, tariff]) =>
      [last, first, `${street}, ${house}`, tariff, '+7 913 123-45-67'].join(';'),
    ),
  { minLength: 1, maxLength: 30 },
);

/** «» and ё are in every one of them but koi8 and cp866, which lack the quotation marks. */
const spelled = (text: string, encoding: Encoding) =>
  encode(
    encoding === 'koi8-r' || encoding === 'cp866' ? text.replaceAll(/[«»]/g, '"') : text,
    encoding,
  );

describe('detectEncoding', () => {
  it.each(cyrillic)('knows %s by rows of a base, however few', (encoding) => {
    fc.assert(
      fc.property(rows, (lines) => {
        const guess = detectEncoding(spelled(lines.join('\r\n'), encoding));
        expect(guess.encoding).toBe(encoding);
        expect(guess.confidence).toBeGreaterThan(0.6);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it.each(cyrillic)('knows %s by a header alone, also in capitals', (encoding) => {
    for (const text of [
      'ФИО;Телефон;Адрес\n',
      'НОМЕР ДОГОВОРА;АБОНЕНТ;БАЛАНС\n',
      'Договор,Тариф',
    ]) {
      expect(detectEncoding(encode(text, encoding)).encoding).toBe(encoding);
    }
  });

  it('knows Ukrainian text in koi8-u and windows-1251', () => {
    const text =
      'Прізвище;Вулиця\nКовальчук Ірина Євгенівна;вул. Київська, 12\nЇжак Андрій;Лісова\n';
    expect(detectEncoding(encode(text, 'koi8-u')).encoding).toBe('koi8-u');
    expect(detectEncoding(encode(text, 'windows-1251')).encoding).toBe('windows-1251');
  });

  it('says that plain ASCII is the same in all of them', () => {
    const guess = detectEncoding(Buffer.from('login;balance\nivanov;-120.50\n'));
    expect(guess).toEqual({ encoding: 'utf-8', confidence: 1, isAscii: true });
    expect(detectEncoding(Buffer.alloc(0)).isAscii).toBe(true);
  });

  it.each<[string, number[], Encoding]>([
    ['UTF-8', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['UTF-16 LE', [0xff, 0xfe], 'utf-16le'],
    ['UTF-16 BE', [0xfe, 0xff], 'utf-16be'],
  ])('believes the mark of %s', (_, mark, encoding) => {
    const sample = Buffer.concat([Buffer.from(mark), encode('a;b\n', encoding)]);
    expect(detectEncoding(sample)).toEqual({ encoding, confidence: 1, isAscii: false });
  });

  it('is not misled by a sample that ends inside a character', () => {
    const bytes = encode('Иванов;Ленина\n'.repeat(20), 'utf-8');
    for (let cut = 1; cut <= 4; cut += 1) {
      expect(detectEncoding(bytes.subarray(0, bytes.length - cut)).encoding).toBe('utf-8');
    }
  });

  it('takes UTF-8 with a few spoilt bytes for UTF-8', () => {
    const bytes = encode('Иванов Пётр;ул. Ленина\n'.repeat(20), 'utf-8');
    bytes[41] = 0xff;
    bytes[203] = 0x20;
    const guess = detectEncoding(bytes);
    expect(guess.encoding).toBe('utf-8');
    expect(guess.confidence).toBeLessThan(0.9);
  });

  it('knows western European names when nothing Cyrillic is there', () => {
    const text = 'Name;Straße\nJürgen Müller;Königstraße 5\nÁngel Núñez;Calle Peñón\n'.repeat(5);
    expect(detectEncoding(encode(text, 'windows-1252')).encoding).toBe('windows-1252');
  });
});
