import { isDenied, isDeniedWithin } from './denials.ts';
import { fits, type Pattern, patternsOf, type Word, wordsOf } from './words.ts';

/** Words by which a wish to leave is known, a phrase a line. */
export type WishRule = {
  id: number;
  phrases: string;
  exceptions: string;
  isAngry: boolean;
};

export type Heard = { ruleId: number; words: string };

/** The first and the last word of what was found. */
type Span = readonly [from: number, to: number];

/** So many other words may stand between two of a phrase: “закрыть, пожалуйста, мой договор”. */
const MOST_BETWEEN = 2;

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const phrasesOf = (text: string): Pattern[][] =>
  linesOf(text).flatMap((line) => {
    const patterns = patternsOf(line);
    return patterns ? [patterns] : [];
  });

/** Where a phrase stands: its words in this order in one sentence. */
function spansOf(words: readonly Word[], phrase: readonly Pattern[]): Span[] {
  const [first, ...rest] = phrase;
  if (!first) return [];
  return words.flatMap((word, from): Span[] => {
    if (!fits(word, first)) return [];
    const to = endOf(words, from, rest);
    return to === null ? [] : [[from, to]];
  });
}

function endOf(words: readonly Word[], from: number, rest: readonly Pattern[]): number | null {
  const sentence = words[from]?.sentence;
  let reached = [from];
  for (const pattern of rest) {
    const next = new Set<number>();
    for (const at of reached) {
      for (let to = at + 1; to <= at + 1 + MOST_BETWEEN; to += 1) {
        const word = words[to];
        if (word && word.sentence === sentence && fits(word, pattern)) next.add(to);
      }
    }
    reached = [...next];
  }
  return reached.length === 0 ? null : Math.min(...reached);
}

const overlaps = ([a, b]: Span, [c, d]: Span): boolean => a <= d && c <= b;

function findIn(words: readonly Word[], { phrases, exceptions, isAngry }: WishRule): Span | null {
  for (const phrase of phrasesOf(phrases)) {
    const found = spansOf(words, phrase).filter(
      (span) => isAngry || !(isDenied(words, ...span) || isDeniedWithin(words, span, phrase)),
    );
    if (found.length === 0) continue;
    const excepted = phrasesOf(exceptions).flatMap((one) => spansOf(words, one));
    const span = found.find((one) => !excepted.some((other) => overlaps(one, other)));
    if (span) return span;
  }
  return null;
}

/** Whether a text can serve as phrases: every line has words to listen for. */
export const isReadable = (phrases: string): boolean =>
  linesOf(phrases).length > 0 && linesOf(phrases).every((line) => patternsOf(line) !== null);

/**
 * What of a text is a wish to leave by these rules, and whether it is angry. An exception, or a
 * “not”, takes away what it stands at, and nothing said elsewhere.
 * @returns the first rule that hears one; null where none does
 */
export function hearWish(
  rules: readonly WishRule[],
  text: string,
): { wish: Heard | null; isAngry: boolean } {
  const words = wordsOf(text);
  const heard = rules.flatMap((rule) => {
    const span = findIn(words, rule);
    if (!span) return [];
    const said = words.slice(span[0], span[1] + 1).map((word) => word.text);
    return [{ ruleId: rule.id, words: said.join(' '), isAngry: rule.isAngry }];
  });
  const wish = heard.find(({ isAngry }) => !isAngry);
  return {
    wish: wish ? { ruleId: wish.ruleId, words: wish.words } : null,
    isAngry: heard.some(({ isAngry }) => isAngry),
  };
}
