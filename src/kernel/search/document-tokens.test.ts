import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentTokens, type SearchEntry } from './document-tokens.ts';
import { ticketLexeme } from './lexemes.ts';

test.each<[SearchEntry, string]>([
  [{ names: ['Юрий'] }, 'ю юрий uri'],
  [{ phones: ['+7 912 345-67-89'] }, '79123456789 9123456789 3456789 456789 6789'],
  [{ phones: ['112'] }, '112'],
  [{ emails: ['Ivan.Petrov@Mail.ru'] }, 'ivan.petrov@mail.ru ivan.petrov ivan petrov'],
  [{ identifiers: ['Д-0012'] }, 'д-0012 д0012 0012 12'],
  [{ identifiers: ['А 12'] }, 'a12'],
  [{ addresses: ['ул. Щорса, д. 14/2, кв. 52'] }, 'щорса shorsa 14/2 14 2 52'],
  [{ addresses: ['пер. 1-й Новый, 3а'] }, 'переулок pereulok 1-й 1й 1 новый novi 3a 3'],
  [{ macs: ['AA-BB-CC-D1-E2-F3'] }, 'aabbccd1e2f3 d1e2f3'],
  [{ ips: ['2001:DB8::1'] }, '2001:db8::1'],
  [{ ticketNumbers: [815] }, '#815'],
  [{ messengers: ['Ivan_P'] }, 'ivan_p ivanp'],
  [{}, ''],
])('%j has the lexemes %s', (entry, lexemes) => {
  expect(documentTokens(entry).lexemes.join(' ')).toBe(lexemes);
});

test('the dictionary gets words, not numbers, marks or initials', () => {
  const { dictionaryWords } = documentTokens({
    names: ['Ли Иван', 'Иванов Иван'],
    addresses: ['г. Томск, ул. 1905 года, д. 3'],
    identifiers: ['login77'],
  });
  expect(dictionaryWords).toEqual(['ли', 'иван', 'иванов', 'томск', 'года']);
});

test('lexemes are distinct, never empty and fit a tsvector, whatever the fields hold', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { maxLength: 3 });
  const entries = fc.record({
    names: texts,
    phones: texts,
    emails: texts,
    messengers: texts,
    identifiers: texts,
    addresses: texts,
    ips: texts,
    macs: texts,
    texts,
  });
  fc.assert(
    fc.property(entries, (entry) => {
      const { lexemes } = documentTokens(entry);
      expect(new Set(lexemes).size).toBe(lexemes.length);
      const sizes = lexemes.map((lexeme) => Buffer.byteLength(lexeme));
      expect(sizes.every((bytes) => bytes > 0 && bytes <= 2046)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('of a thread longer than a document holds the names stay, and the words that come first', () => {
  const texts = Array.from({ length: 12_000 }, (_, at) => `${'слово'.repeat(8)}${at.toString(36)}`);
  const { lexemes } = documentTokens({ ticketNumbers: [815], texts: ['первое', ...texts] });
  const bytes = lexemes.reduce((sum, lexeme) => sum + Buffer.byteLength(lexeme), 0);
  expect(bytes).toBeLessThan(1_000_000);
  expect(lexemes).toEqual(expect.arrayContaining([ticketLexeme('815'), 'первое']));
});
