import { isQueryFiller, spaceAddressMarks } from './address-words.ts';
import { foldText } from './fold-text.ts';
import { foldIdentifier } from './lexemes.ts';
import { prefix, type QueryToken, type Reading } from './query-token.ts';
import { readMac, readNumbered, readPhone, readPieces } from './read-numbers.ts';
import { readFuzzyWords, readWords } from './read-words.ts';
import { switchLayout } from './switch-layout.ts';

/** Longer texts are cut: nobody types more into a search field, and each token costs time. */
const longestQuery = 200;
const mostTokens = 12;

/** A phone that spans spaces: whole after 8 or 7, abroad, ten digits, a city number, unfinished. */
const phoneSpans = [
  /(?<![\p{L}\d.#-])\+?[78](?:[\s().-]*\d){10}(?![\d\p{L}])/gu,
  /\+\d(?:[\s().-]*\d){8,13}(?![\d\p{L}])/gu,
  /(?<![\p{L}\d.#-])(?:375|380|99\d)(?:[\s().-]*\d){9}(?![\d\p{L}])/gu,
  /(?<![\p{L}\d.#-])\(?[3489]\d\d(?:[\s().-]*\d){7}(?![\d\p{L}])/gu,
  /(?<![\p{L}\d.#-]|\d\s)\d{2,3}([\s-])\d\d\1\d\d(?![\s-]?[\d\p{L}])/gu,
  /(?<![\p{L}\d.#-])(?:\+7|8)[\s(-]+\d(?:[\s().-]*\d){2,8}[\s().-]*$/gu,
];

/**
 * Reads what was typed into the one search field. Every token has the readings it may have, in any
 * notation and layout; a document is found when it satisfies each token by some reading. Words of
 * an address that every address has are dropped unless nothing else was typed.
 */
export function readQuery(text: string): QueryToken[] {
  const cut = text.slice(0, longestQuery).replaceAll(/\p{C}/gu, ' ');
  const parts = splitQuery(spaceAddressMarks(cut.replaceAll(/[#№]\s*(?=\d)/gu, '#')));
  const folded = parts.map((part) => foldText(part.typed));
  const telling = parts.filter(
    (part, index) =>
      part.isPhone || !isQueryFiller(folded[index] ?? '', folded[index + 1], index === 0),
  );
  const kept = telling.length > 0 ? telling : parts;
  return kept
    .slice(0, mostTokens)
    .map((part) => (part.isPhone ? readSpan(part.typed) : readToken(part.typed, part.isLast)))
    .filter((token) => token.readings.length > 0);
}

/** Between Latin letters a comma may be the key of `б`, a semicolon that of `ж`. */
const separator = /\s+|(?<=[а-яё\d])[,;]|[,;](?![a-z])/iu;

type QueryPart = { typed: string; isPhone: boolean; isLast: boolean };

/** Cuts at spaces, commas and semicolons, but keeps together what may be one phone. */
function splitQuery(text: string): QueryPart[] {
  const spans: { from: number; to: number }[] = [];
  for (const pattern of phoneSpans) {
    for (const match of text.matchAll(pattern)) {
      const span = { from: match.index, to: match.index + match[0].length };
      const isIp = /^\s*\d+(?:\.\d+){3}\s*$/u.test(match[0]);
      if (!isIp && spans.every((other) => span.to <= other.from || span.from >= other.to)) {
        spans.push(span);
      }
    }
  }
  const parts: QueryPart[] = [];
  const addWords = (piece: string, isEnd: boolean) => {
    const words = piece.split(separator).filter((word) => word !== '');
    const isOpen = isEnd && !/\s$/u.test(piece);
    for (const [index, typed] of words.entries()) {
      parts.push({ typed, isPhone: false, isLast: isOpen && index === words.length - 1 });
    }
  };
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    addWords(text.slice(at, from), false);
    parts.push({ typed: text.slice(from, to).trim(), isPhone: true, isLast: false });
    at = to;
  }
  addWords(text.slice(at), true);
  return parts;
}

function readSpan(typed: string): QueryToken {
  const token = typed.includes(' ') ? [] : readNumbered(typed);
  return asToken(typed, [...readPhone(typed), ...token, ...readPieces(typed)]);
}

function readToken(typed: string, isLast: boolean): QueryToken {
  const switched = switchLayout(typed);
  const certain = [...readEmail(typed), ...readMessenger(typed)];
  if (/^[\w.+-]+@[\w-]+\.[a-z]{2,}$/iu.test(switched)) certain.push(...readEmail(switched));
  if (certain.length > 0) return asToken(typed, certain);
  if (/\d/u.test(typed)) {
    const phone = /^[\d()+-]+$/u.test(typed) ? readPhone(typed) : [];
    return asToken(typed, [...phone, ...readNumbered(typed)]);
  }
  const mac = readMac(typed);
  if (mac.length > 0 && /[:.-]/u.test(typed)) return asToken(typed, mac);
  const readings = [...mac, ...readWords(typed, isLast)];
  if (/\p{L}[^\p{L}\s]+\p{L}/u.test(typed)) {
    readings.push({ kind: 'identifier', lexemes: [prefix(foldIdentifier(typed))] });
  }
  return { ...asToken(typed, readings), fuzzyWords: readFuzzyWords(typed) };
}

/** An e-mail, whole or being typed. */
function readEmail(typed: string): Reading[] {
  if (!/^[^\s@"]+@[^\s@"]*$/u.test(typed)) return [];
  return [{ kind: 'email', lexemes: [prefix(typed.toLowerCase())] }];
}

/** `@name`, or a link to a profile; a link to WhatsApp carries a phone. */
function readMessenger(typed: string): Reading[] {
  const link = /(?:t\.me|telegram\.me|vk\.com|vk\.ru|wa\.me)\/\+?([\w.]+)/iu.exec(typed);
  const name = link?.[1] ?? /^@([\w.]{2,})$/u.exec(typed)?.[1];
  if (name == null) return [];
  return [{ kind: 'messenger', lexemes: [prefix(name.toLowerCase())] }];
}

/** Leaves out readings that ask for the same as one before. */
function asToken(typed: string, readings: readonly Reading[]): QueryToken {
  const distinct = new Map<string, Reading>();
  for (const reading of readings) {
    const key = reading.lexemes.map((lexeme) => `${lexeme.text}\0${lexeme.isPrefix}`).join('\0\0');
    if (reading.lexemes.length > 0 && !distinct.has(key)) distinct.set(key, reading);
  }
  return { typed, readings: [...distinct.values()], fuzzyWords: [] };
}
