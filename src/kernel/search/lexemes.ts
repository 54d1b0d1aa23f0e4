import { foldedWords } from './fold-text.ts';
import { transliterationKey } from './transliterate.ts';

/**
 * The lexemes under which things are found. A document and a query make them by the same rules, so
 * that both sides meet; a lexeme is plain text, and one of another kind may equal it on purpose:
 * `345678` finds the end of a phone and a contract alike.
 */

/** The least digits by which a phone's end is found, and the others people say. */
const phoneEnds = [10, 7, 6, 4];

/** Cyrillic letters that look like Latin ones: contract `А-12` is found by either alphabet. */
const lookalikes = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
  }),
);

/** A contract, account, login or house number in one alphabet, lower case, without spaces. */
export function foldIdentifier(text: string): string {
  let folded = '';
  for (const sign of text.normalize('NFKC').toLowerCase()) {
    if (!/[\s\p{C}]/u.test(sign)) folded += lookalikes.get(sign) ?? sign;
  }
  return folded;
}

/** The letters and digits of a folded identifier alone. */
export function bareIdentifier(folded: string): string {
  return folded.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The groups of digits, and of two letters or more, inside a folded identifier. */
export function identifierPieces(folded: string): string[] {
  return folded.match(/\d+|\p{L}{2,}/gu) ?? [];
}

/** With punctuation, without it, and a long number also without its leading zeros. */
export function identifierLexemes(identifier: string): string[] {
  const folded = foldIdentifier(identifier);
  const bare = bareIdentifier(folded);
  if (bare === '') return [];
  const digits = bare.replaceAll(/\D/gu, '');
  const lexemes = [folded, bare];
  if (digits.length >= 4) lexemes.push(digits, digits.replace(/^0+/u, ''));
  return lexemes;
}

/** All digits, and the ends by which people name a number. Takes any notation. */
export function phoneLexemes(phone: string): string[] {
  const digits = phone.replaceAll(/\D/gu, '');
  const ends = phoneEnds.filter((length) => length < digits.length);
  return digits === '' ? [] : [digits, ...ends.map((length) => digits.slice(-length))];
}

/** The whole address and its local part, whole and in pieces; a domain alone finds too many. */
export function emailLexemes(email: string): string[] {
  const folded = email.trim().toLowerCase();
  const local = folded.split('@')[0] ?? '';
  return [folded, local, ...foldedWords(local).filter((word) => word.length >= 3)];
}

/** The twelve hexadecimal digits and the last six, the part that tells devices apart. */
export function macLexemes(mac: string): string[] {
  const digits = mac.toLowerCase().replaceAll(/[^\da-f]/gu, '');
  return digits === '' ? [] : [digits, digits.slice(-6)];
}

/** A ticket's number carries a mark, so that `#123` finds no contract 123. */
export function ticketLexeme(digits: string): string {
  return `#${digits.replace(/^0+(?=\d)/u, '')}`;
}

/** A folded word and the key that its transliterations share. */
export function wordLexemes(foldedWord: string): string[] {
  return [foldedWord, transliterationKey(foldedWord)];
}
