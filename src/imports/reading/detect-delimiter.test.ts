import { describe, expect, it } from 'vitest';
import { detectDelimiter } from './detect-delimiter.ts';
import { detectHeader } from './detect-header.ts';
import { headerNames } from './header-names.ts';

describe('detectDelimiter', () => {
  it.each<[string, string, string]>([
    ['semicolons', 'a;b;c\n1;2;3\n4;5;6\n', ';'],
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['bars', 'a|b|c\r\n1|2|3\r\n', '|'],
    [
      'semicolons beside decimal commas',
      'ФИО;Баланс\nИванов;10,50\nПетров;-3,00\nСидоров;7\n',
      ';',
    ],
    [
      'semicolons beside addresses',
      'Адрес;Тариф\nул. Ленина, 5, кв. 1;А\nпр. Мира, 7, кв. 2;Б\n',
      ';',
    ],
    ['commas beside quoted semicolons', 'a,b\n"x;y;z",1\n"p;q;r",2\n', ','],
    ['quoted line breaks', 'a;b\n"x\ny,z\n,";1\n"p";2\n', ';'],
    ['a broken quote', `a;b\n"x;1\n${'2;3\n'.repeat(20)}`, ';'],
  ])('finds %s', (_, text, delimiter) => {
    expect(detectDelimiter(text, true)).toMatchObject({ delimiter, quote: '"', skipLines: 0 });
  });

  it('obeys the line in which Excel names it', () => {
    const guess = detectDelimiter('sep=|\r\na;b|c\r\n', true);
    expect(guess).toMatchObject({ delimiter: '|', skipLines: 1, confidence: 1 });
  });

  it('knows old line breaks and single quotes', () => {
    expect(detectDelimiter('a;b\r1;2\r', true).lineBreak).toBe('\r');
    expect(detectDelimiter(`'a','b'\n'1,5','2'\n'3','4'\n`, true)).toMatchObject({
      delimiter: ',',
      quote: `'`,
    });
  });

  it('is unsure about one column and leaves out a record that the sample cuts', () => {
    expect(detectDelimiter('Иванов\nПетров\n', true).confidence).toBeLessThan(0.5);
    expect(detectDelimiter('a;b;c\n1;2;3\n4;"5', false).confidence).toBe(1);
  });
});

describe('detectHeader', () => {
  const isKnown = (cell: string) => ['ФИО', 'Телефон'].includes(cell);

  it.each<[string, string[][], boolean]>([
    [
      'known names',
      [
        ['ФИО', 'Телефон', 'Прочее'],
        ['Иванов', '123', 'x'],
      ],
      true,
    ],
    [
      'unknown names',
      [
        ['alpha', 'beta'],
        ['x', '1'],
      ],
      true,
    ],
    [
      'values at once',
      [
        ['Иванов', '89131234567'],
        ['Петров', '89131234568'],
      ],
      false,
    ],
    [
      'a date at once',
      [
        ['alpha', '01.02.2024'],
        ['x', '02.02.2024'],
      ],
      false,
    ],
    [
      'a word that comes again below',
      [
        ['DSL', 'alpha'],
        ['DSL', 'beta'],
      ],
      false,
    ],
    [
      'one name twice',
      [
        ['alpha', 'alpha'],
        ['x', 'y'],
      ],
      false,
    ],
    ['nothing', [], false],
  ])('judges %s', (_, rows, expected) => expect(detectHeader(rows, isKnown)).toBe(expected));
});

it('headerNames are stable and never the same', () => {
  expect(headerNames(['ФИО', ' ', 'Телефон', 'Телефон', 'Телефон (2)', ' a  b '])).toEqual([
    'ФИО',
    '#2',
    'Телефон',
    'Телефон (2)',
    'Телефон (2) (2)',
    'a b',
  ]);
});
