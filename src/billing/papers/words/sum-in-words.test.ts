import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumInWords } from './sum-in-words.ts';

test.each([
  [0, 'RUB', 'Ноль рублей 00 копеек'],
  [1, 'RUB', 'Ноль рублей 01 копейка'],
  [100, 'RUB', 'Один рубль 00 копеек'],
  [2_22, 'RUB', 'Два рубля 22 копейки'],
  [11_11, 'RUB', 'Одиннадцать рублей 11 копеек'],
  [21_21, 'RUB', 'Двадцать один рубль 21 копейка'],
  [1202_05, 'RUB', 'Одна тысяча двести два рубля 05 копеек'],
  [2_000_00, 'RUB', 'Две тысячи рублей 00 копеек'],
  [14_000_14, 'RUB', 'Четырнадцать тысяч рублей 14 копеек'],
  [1_000_000_00, 'RUB', 'Один миллион рублей 00 копеек'],
  [3_041_111_30, 'RUB', 'Три миллиона сорок одна тысяча сто одиннадцать рублей 30 копеек'],
  [-600_50, 'RUB', 'Минус шестьсот рублей 50 копеек'],
  [1_00, 'UAH', 'Одна гривна 00 копеек'],
  [22_00, 'UAH', 'Двадцать две гривны 00 копеек'],
  [2_02, 'BYN', 'Два белорусских рубля 02 копейки'],
  [1_01, 'USD', 'Один доллар США 01 цент'],
  [5_03, 'KZT', 'Пять тенге 03 тиына'],
])('%i of %s is %s', (amountMinor, currency, words) => {
  expect(sumInWords(amountMinor, currency, 'ru')).toBe(words);
});

test.each([
  [1202_05, 'RUB', 'One thousand two hundred two roubles 05 kopecks'],
  [1_01, 'RUB', 'One rouble 01 kopeck'],
  [21_000_045_00, 'EUR', 'Twenty-one million forty-five euros 00 cents'],
])('%i of %s in English is %s', (amountMinor, currency, words) => {
  expect(sumInWords(amountMinor, currency, 'en')).toBe(words);
});

// The way back knows the words by themselves, none of the rules by which they are put together.
const known = `ноль 0 один 1 одна 1 два 2 две 2 три 3 четыре 4 пять 5 шесть 6 семь 7 восемь 8
  девять 9 десять 10 одиннадцать 11 двенадцать 12 тринадцать 13 четырнадцать 14 пятнадцать 15
  шестнадцать 16 семнадцать 17 восемнадцать 18 девятнадцать 19 двадцать 20 тридцать 30 сорок 40
  пятьдесят 50 шестьдесят 60 семьдесят 70 восемьдесят 80 девяносто 90 сто 100 двести 200 триста 300
  четыреста 400 пятьсот 500 шестьсот 600 семьсот 700 восемьсот 800 девятьсот 900
  zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
  thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20
  thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90`;
const values = new Map(
  [...known.matchAll(/(\S+) (\d+)/g)].map(([, word = '', value]) => [word, Number(value)]),
);
const scaleOf = (word: string): number => {
  if (/^тысяч|^thousand/.test(word)) return 1e3;
  if (/^миллион|^million/.test(word)) return 1e6;
  if (/^миллиард|^billion/.test(word)) return 1e9;
  return /^триллион|^trillion/.test(word) ? 1e12 : 0;
};

function parse(text: string): number {
  const minor = Number(/ (\d\d) /.exec(text)?.[1]);
  let whole = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[ -]/)) {
    const scale = scaleOf(word);
    if (word === 'hundred') part *= 100;
    else if (scale > 0) {
      whole += part * scale;
      part = 0;
    } else part += values.get(word) ?? 0;
  }
  return (whole + part) * 100 + minor;
}

test('every sum reads back as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat(200_000), fc.nat(1e9), fc.maxSafeNat()),
      fc.constantFrom('ru' as const, 'en' as const),
      (amountMinor, language) => {
        expect(parse(sumInWords(amountMinor, 'RUB', language))).toBe(amountMinor);
      },
    ),
    { seed: 4, numRuns: 2000 },
  );
});

test('a noun agrees with every number before it', () => {
  const numbers = new Intl.PluralRules('ru');
  const form = { one: 'рубль', few: 'рубля', many: 'рублей' };
  fc.assert(
    fc.property(fc.nat(1e7), (whole) => {
      const noun = form[numbers.select(whole) as keyof typeof form];
      expect(sumInWords(whole * 100, 'RUB', 'ru')).toMatch(new RegExp(` ${noun} 00 копеек$`));
    }),
    { seed: 4, numRuns: 1000 },
  );
});
