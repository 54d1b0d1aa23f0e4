import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuery } from './read-query.ts';
import { tsqueryText, tsvectorText } from './tsquery-text.ts';

test.each([
  ['Иванов 6789', "('иванов':* | 'ivanov':*) & ('6789':* | '#6789')"],
  ["o'neil", "('oneil':* | 'щэтушд':* | 'shetushd':* | 'o''neil':*)"],
  ['10.0.5.17', "'10.0.5.17'"],
  ['14/2', "('14/2' | '142' | ('14' & '2'))"],
])('%s becomes %s', (typed, text) => {
  expect(tsqueryText(readQuery(typed))).toBe(text);
});

test('a word with a slip is also met by what it may have meant', () => {
  const expansions = new Map([['ивонов', ['иванов', "д'арк"]]]);
  const text = tsqueryText(readQuery('Ивонов'), expansions);
  expect(text).toBe("('ивонов':* | 'ivonov':* | 'иванов' | 'д''арк')");
});

test('nothing typed is no query', () => {
  expect(tsqueryText(readQuery(' , '))).toBeUndefined();
});

test('lexemes are quoted for a tsvector', () => {
  expect(tsvectorText(["o'neil", 'a\\b', '#815', 'x\0y'])).toBe("'o''neil' 'a\\\\b' '#815' 'xy'");
});

test('typed text never leaves its quotes', () => {
  const hostile = fc.string({
    unit: fc.constantFrom("'", '\\', '|', '&', '!', ':', '*', '(', 'а', '1', ' '),
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const query = tsqueryText(readQuery(text)) ?? '';
      const outside = query.replaceAll(/'(?:[^'\\]|''|\\\\)*'/gu, 'L');
      expect(outside).toMatch(/^[L|&():* ]*$/u);
      expect(outside).not.toMatch(/LL/u);
    }),
  );
});
