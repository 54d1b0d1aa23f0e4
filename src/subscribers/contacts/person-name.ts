import { remembered } from '../../kernel/search/remembered.ts';
import { isGivenName } from './given-names.ts';

/** Parts of a person's name; an initial is a letter with its full stop: `И.`. */
export type PersonName = {
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

/** Words that close a patronymic of two words: `Гасан оглы`. */
const patronymicParticle = /^(?:оглы|оглу|кызы|кизи|гызы|улы|уулу|oglu|ogly|kyzy|kizi|uly)$/iu;

const patronymicEnd = /(?:вич|вна|чна|льич|мич|укич|витич|китич|vich|vna|ichna)$/iu;

const cyrillicEnds = '[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|енко|ко|у?к|юк|чук|ых|их|дзе|швили|ян';
const latinEnds = 'ov|ova|ev|eva|in|ina|sk(?:iy|ii|y|aya|aia)|enko|chuk|yan|dze';
const surnameEnd = new RegExp(`(?:${cyrillicEnds}|${latinEnds})$`, 'iu');

/**
 * Takes a person's name apart in either order: `Иванов Иван Иванович`, `Иван Иванович Иванов`,
 * `Иванов И. И.`, `И.И. Иванов`, `Ivan Ivanov`. Words in one case get capital initials. What cannot
 * be told by the words is read in the language's usual order: surname first in Cyrillic, last in
 * Latin letters. Undefined when there is no letter.
 */
export function splitPersonName(text: string): PersonName | undefined {
  const words = readWords(text);
  if (words.length === 0) return undefined;
  const initials = words.filter(isInitial);
  const others = words.filter((word) => !isInitial(word));
  if (initials.length > 0 && others.length > 0) return withInitials(words, others, initials);
  if (words.length === 1) return single(words[0] ?? '');
  return words.length === 2 ? ofTwo(words) : ofMany(words);
}

/** `И. И.` for a name, `Иван` giving `И.`; empty when neither name is known. */
export function initialsOf(name: PersonName): string {
  return [name.firstName, name.middleName]
    .filter((part) => part != null)
    .map((part) => `${part.charAt(0).toUpperCase()}.`)
    .join(' ');
}

/** Words as names are mostly written, which need no tidying. */
const plainWords = /^[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)*$/;

function readWords(text: string): string[] {
  if (plainWords.test(text)) {
    const plain = text.split(' ');
    if (!plain.some((word) => patronymicParticle.test(word))) return plain;
  }
  const spaced = text
    .normalize('NFC')
    .replaceAll(/[.,;_]+(?=\S)/gu, (signs) => `${signs} `)
    .replaceAll(/\s*-\s*(?=\p{L})/gu, '-')
    .replaceAll(/[^\p{L}\p{M}\s.'’ʼ`()-]/gu, ' ');
  const isOneCase = spaced === spaced.toUpperCase() || spaced === spaced.toLowerCase();
  const words: string[] = [];
  for (const raw of spaced.split(/\s+/u)) {
    const word = /^\p{L}\.$/u.test(raw)
      ? raw.toUpperCase()
      : raw.replaceAll(/^['.-]+|['.-]+$/gu, '');
    if (!/\p{L}/u.test(word)) continue;
    const isTail = words.length > 0 && (patronymicParticle.test(word) || word.startsWith('('));
    const shown = isOneCase ? capitalise(word) : keepCase(word);
    const tail = patronymicParticle.test(word) ? word.toLowerCase() : shown;
    if (isTail) words.push(`${words.pop()} ${tail}`);
    else words.push(shown);
  }
  return words;
}

const keepCase = remembered((word: string): string => {
  const isOneCase = word === word.toUpperCase() || word === word.toLowerCase();
  const isParticle = /^(?:фон|де|ди|дер|ван|эль|аль|von|van|de|di|der|la|el|al)$/u.test(word);
  return isOneCase && !isParticle ? capitalise(word) : word;
});

const capitalise = remembered((word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/(?:^|(?<=[-(]|^[od]['’]))\p{L}/gu, (letter) => letter.toUpperCase()),
);

function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word);
}

function isPatronymic(word: string): boolean {
  return patronymicEnd.test(word) || patronymicParticle.test(word.split(' ').at(-1) ?? '');
}

function withInitials(words: string[], others: string[], initials: string[]): PersonName {
  const [first = null, middle = null] = initials.map((letter) => `${letter.charAt(0)}.`);
  const [word = '', patronymic] = others;
  // `Иван П.` hides the surname, `Иван И. Иванов` the patronymic.
  if (
    others.length === 1 &&
    initials.length === 1 &&
    isGivenName(word) &&
    !isInitial(words[0] ?? '')
  ) {
    return { lastName: first, firstName: word, middleName: null };
  }
  if (others.length === 2 && patronymic != null) {
    if (isPatronymic(patronymic))
      return { lastName: first, firstName: word, middleName: patronymic };
    const isLastFirst = isInitial(words.at(-1) ?? '') && !isGivenName(word);
    return isLastFirst
      ? { lastName: word, firstName: patronymic, middleName: first }
      : { lastName: patronymic, firstName: word, middleName: first };
  }
  return { lastName: others.join(' '), firstName: first, middleName: middle };
}

function single(word: string): PersonName {
  return isGivenName(word)
    ? { lastName: null, firstName: word, middleName: null }
    : { lastName: word, firstName: null, middleName: null };
}

function ofTwo([a = '', b = '']: string[]): PersonName {
  if (isPatronymic(b) && isGivenName(a)) return { lastName: null, firstName: a, middleName: b };
  return isGivenFirst(a, b)
    ? { lastName: b, firstName: a, middleName: null }
    : { lastName: a, firstName: b, middleName: null };
}

function isGivenFirst(a: string, b: string): boolean {
  if (isGivenName(a) !== isGivenName(b)) return isGivenName(a);
  if (surnameEnd.test(a) !== surnameEnd.test(b)) return surnameEnd.test(b);
  return /^[\p{sc=Latin}'’-]+$/u.test(a);
}

function ofMany(words: string[]): PersonName {
  const [a = '', b = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  if (words.length === 3 && isPatronymic(b) && !isPatronymic(last)) {
    return { lastName: last, firstName: a, middleName: b };
  }
  if (isPatronymic(last)) {
    return { lastName: a, firstName: words.slice(1, -1).join(' '), middleName: last };
  }
  if (/^\p{sc=Latin}/u.test(a) && !isGivenName(b)) {
    return { lastName: last, firstName: a, middleName: words.slice(1, -1).join(' ') };
  }
  return { lastName: a, firstName: [b, ...rest].join(' '), middleName: null };
}
