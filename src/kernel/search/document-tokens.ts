import { isAddressFiller, spaceAddressMarks, streetKindWords } from './address-words.ts';
import { foldedWords, foldText } from './fold-text.ts';
import {
  bareIdentifier,
  emailLexemes,
  foldIdentifier,
  identifierLexemes,
  identifierPieces,
  macLexemes,
  phoneLexemes,
  ticketLexeme,
  wordLexemes,
} from './lexemes.ts';
import { remembered } from './remembered.ts';

/** What is to be found: a subscriber with everything people name them by, a ticket, a street. */
export type SearchEntry = {
  names?: readonly string[];
  /** In E.164 or any other notation. */
  phones?: readonly string[];
  emails?: readonly string[];
  /** Names and numbers in messengers, without `@`. */
  messengers?: readonly string[];
  /** Contracts, accounts, logins, document numbers. */
  identifiers?: readonly string[];
  addresses?: readonly string[];
  /** In canonical notation: a partial address is found by its beginning. */
  ips?: readonly string[];
  macs?: readonly string[];
  ticketNumbers?: readonly number[];
  /** Any other text: a subject, a label, a letter. */
  texts?: readonly string[];
};

export type DocumentTokens = {
  /** Distinct, for `array_to_tsvector`. */
  lexemes: string[];
  /** Distinct folded words for the dictionary, in which slips and beginnings are looked up. */
  dictionaryWords: string[];
};

/** The shortest and the longest word in which a slip of the hand can be told from another word. */
const fuzzyLength = { min: 4, max: 40 };

/** The longest lexeme: an e-mail's 254 letters fit, and a tsvector's 2046 bytes are never met. */
const longestLexeme = 255;

/**
 * What stands beyond is not searched; it keeps a hostile field from making a million lexemes. A
 * letter or a note is words, and much longer than a name or an address.
 */
const longestField = 2000;
const longestText = 20_000;

/** PostgreSQL keeps a megabyte of lexemes of one document: what comes after half of it is left. */
const mostLexemeBytes = 500_000;

/** Whether a folded word is fit for the dictionary: letters only, and not a single one. */
export function isDictionaryWord(word: string): boolean {
  return word.length >= 2 && word.length <= fuzzyLength.max && /^\p{L}+$/u.test(word);
}

/** Whether a slip may be looked for in a folded word of the dictionary. */
export function isFuzzyWord(word: string): boolean {
  return word.length >= fuzzyLength.min && isDictionaryWord(word);
}

/** Takes an entry apart into the lexemes by which `readQuery` will find it. */
export function documentTokens(entry: SearchEntry): DocumentTokens {
  const lexemes = new Set<string>();
  const words = new Set<string>();
  const add = (found: Iterable<string>) => {
    for (const lexeme of found) if (lexeme !== '') lexemes.add(lexeme.slice(0, longestLexeme));
  };
  const each = (values: readonly string[] = []) =>
    values.map((text) => text.slice(0, longestField));

  for (const name of each(entry.names)) {
    for (const word of foldedWords(name)) {
      words.add(word);
      // Initials: "Иванов И. И." finds every Иванов whose names begin so.
      add([word.slice(0, 1), ...wordLexemes(word)]);
    }
  }
  for (const address of each(entry.addresses)) addAddress(address, words, add);
  for (const phone of each(entry.phones)) add(phoneLexemes(phone));
  for (const email of each(entry.emails)) add(emailLexemes(email));
  for (const name of each(entry.messengers)) add([name.toLowerCase(), ...identifierLexemes(name)]);
  for (const identifier of each(entry.identifiers)) {
    add(identifierLexemes(identifier));
    for (const word of foldedWords(identifier)) if (word.length >= 3) add(wordLexemes(word));
  }
  for (const ip of each(entry.ips)) add([ip.toLowerCase()]);
  for (const mac of each(entry.macs)) add(macLexemes(mac));
  for (const number of entry.ticketNumbers ?? []) add([ticketLexeme(String(number))]);
  addTexts(entry.texts ?? [], words, lexemes);

  return { lexemes: [...lexemes], dictionaryWords: [...words].filter(isDictionaryWord) };
}

/** Last of all, for of a long thread there may be more than a document holds. */
function addTexts(texts: readonly string[], words: Set<string>, lexemes: Set<string>): void {
  const seen = new Set<string>();
  let bytes = 0;
  for (const text of texts) {
    for (const word of foldedWords(text.slice(0, longestText))) {
      if (seen.has(word)) continue;
      seen.add(word);
      words.add(word);
      for (const lexeme of wordLexemes(word)) {
        if (lexeme === '') continue;
        lexemes.add(lexeme.slice(0, longestLexeme));
        bytes += Buffer.byteLength(lexeme);
      }
      if (bytes > mostLexemeBytes) return;
    }
  }
}

function addAddress(address: string, words: Set<string>, add: (found: Iterable<string>) => void) {
  for (const part of spaceAddressMarks(address).split(/[\s,;]+/u)) {
    const found = addressPart(part);
    add(found.lexemes);
    for (const word of found.words) words.add(word);
  }
}

/** What one word or number of an address is found by. */
const addressPart = remembered((part: string): { lexemes: string[]; words: string[] } => {
  const text = foldText(part);
  if (text === '') return { lexemes: [], words: [] };
  if (/\d/u.test(part)) {
    const folded = foldIdentifier(part).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    // `14/2` without its stroke would be house 142; `1-й` without its dash is still the first.
    const bare = /\p{L}/u.test(folded) ? bareIdentifier(folded) : '';
    return { lexemes: [folded, bare, ...identifierPieces(folded)], words: [] };
  }
  const kinds = streetKindWords(text);
  if (kinds.length > 0) return { lexemes: kinds.flatMap(wordLexemes), words: [] };
  const words = foldedWords(part).filter((word) => !isAddressFiller(word));
  return { lexemes: words.flatMap(wordLexemes), words };
});
