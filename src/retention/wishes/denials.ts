import { fits, type Pattern, patternsOf, type Word } from './words.ts';

/** Words that stand between a “not” and what is denied, and change nothing. */
const fillers = new Set(
  'я мы бы больше пока уже еще совсем вообще вовсе никак i we to my our the any more'.split(' '),
);

const read = (phrases: readonly string[]): Pattern[][] =>
  phrases.map((phrase) => patternsOf(phrase) ?? []).filter((phrase) => phrase.length > 0);

const intentions = [
  'хо*',
  'буд*',
  'собира*',
  'дума*',
  'планир*',
  'нуж*',
  'надо',
  'намер*',
  'ста*',
  'прос*',
  'прош*',
];
const changes = ['передум*', 'раздум*', 'changed mind about'];
const english = ['dont', 'wont', 'wouldnt', 'never', 'not', 'not want', 'dont want', 'not going'];

const before = read([
  ...intentions.map((word) => `не ${word}`),
  ...changes,
  ...english,
  'didnt want',
  'dont plan',
  'not planning',
  'not wish',
  'dont wish',
]);
const after = read([...intentions.map((word) => `не ${word}`), ...changes.slice(0, 2)]);
/** “Не расторгайте”, but not “почему не расторгли”, which asks for it. */
const deniable = /(?:ть|ти|у|ю|ем|им|йте|ните|ая)$/u;
const negators = new Set(['не', 'not']);

/**
 * Whether what was found is said not to be so: “не буду расторгать договор”, “договор закрывать
 * передумал”. Only the same clause counts: “не могу больше, расторгните договор” denies nothing.
 */
export function isDenied(words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from], words[to]];
  if (!first || !last) return false;
  const led = words.slice(Math.max(0, from - 6), from).filter(isOf(first.clause));
  const followed = words.slice(to + 1, to + 5).filter(isOf(last.clause));
  const isBare = led.at(-1)?.text === 'не' && deniable.test(first.text);
  return isBare || before.some((one) => endsWith(led, one)) || after.some(beginOf(followed));
}

/** Whether a “not” stands between the words of a phrase that has none itself. */
export function isDeniedWithin(
  words: readonly Word[],
  [from, to]: readonly [number, number],
  phrase: readonly Pattern[],
): boolean {
  if (phrase.some(({ text }) => negators.has(text))) return false;
  return words.slice(from + 1, to).some(({ text }) => negators.has(text));
}

const isOf =
  (clause: number) =>
  (word: Word): boolean =>
    word.clause === clause && !fillers.has(word.text);

const endsWith = (words: readonly Word[], phrase: readonly Pattern[]): boolean =>
  words.length >= phrase.length && beginOf(words.slice(words.length - phrase.length))(phrase);

const beginOf =
  (words: readonly Word[]) =>
  (phrase: readonly Pattern[]): boolean =>
    words.length >= phrase.length &&
    phrase.every((pattern, at) => {
      const word = words[at];
      return word !== undefined && fits(word, pattern);
    });
