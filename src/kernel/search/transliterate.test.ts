import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';
import { transliterate, transliterationKey } from './transliterate.ts';

test.each([
  ['Щербаков Юрий', 'Shcherbakov Iurii'],
  ['ЦОЙ', 'TsOI'],
  ['Подъездная, 5', 'Podieezdnaia, 5'],
  ['Ivanov', 'Ivanov'],
])('%s is written %s', (text, latin) => {
  expect(transliterate(text)).toBe(latin);
});

test.each([
  ['Юрий', 'Yuriy', 'Yury', 'Iurii', 'Jurij', 'Yuri'],
  ['Иванов', 'Ivanov'],
  ['Щукин', 'Shchukin', 'Schukin', 'Shhukin', 'Shukin'],
  ['Евгений', 'Evgeny', 'Yevgeniy', 'Evgenii', 'Jevgenij'],
  ['Фёдор', 'Fyodor', 'Fedor', 'Fiodor'],
  ['Соловьёв', 'Solovyov', 'Solovyev', 'Soloviev', 'Solovev'],
  ['Татьяна', 'Tatiana', 'Tatyana', 'Tatjana'],
  ['Мария', 'Maria', 'Mariya', 'Mariia'],
  ['Михаил', 'Mikhail', 'Mihail'],
  ['Дмитриев', 'Dmitriev', 'Dmitriyev'],
  ['Царёв', 'Tsarev', 'Tsaryov', 'Czarev', 'Tcarev'],
  ['Виктор', 'Viktor', 'Victor'],
  ['Филипп', 'Philipp', 'Filip'],
  ['Алексей', 'Alexey', 'Aleksei', 'Alexei', 'Aleksej'],
  ['Любовь', 'Lyubov', 'Liubov', "Lyubov'"],
  ['Чайковский', 'Tchaikovsky', 'Chaykovskiy', 'Chaikovskii'],
  ['Жуков', 'Zhukov'],
  ['Анна', 'Anna', 'Ana'],
])('%s meets its spellings', (cyrillic, ...spelled) => {
  const keys = [cyrillic, ...spelled].map((word) => transliterationKey(foldText(word)));
  expect(new Set(keys)).toEqual(new Set([keys[0]]));
});

test.each([
  ['Иванов', 'Петров'],
  ['Жуков', 'Чуков'],
  ['Маша', 'Миша'],
  ['Гаврилов', 'Даврилов'],
])('%s and %s stay apart', (a, b) => {
  expect(transliterationKey(foldText(a))).not.toBe(transliterationKey(foldText(b)));
});

test('a word meets its own passport spelling', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщыьэюя'.split('')),
    minLength: 1,
  });
  fc.assert(
    fc.property(words, (word) => {
      expect(transliterationKey(transliterate(word))).toBe(transliterationKey(word));
    }),
  );
});
