/** Words by which a wish to leave is known, a phrase a line. */
export type WishRule = {
  id: number;
  phrases: string;
  exceptions: string;
  isAngry: boolean;
};

export type Heard = { ruleId: number; words: string };

/** So many other words may stand between two of a phrase: “закрыть, пожалуйста, мой договор”. */
const MOST_BETWEEN = 2;
const LONGEST_READ = 20_000;

/** Lower case, ё as е, and each sentence's words alone, parted by one space. */
function plainWords(text: string): string {
  const plain = text.slice(0, LONGEST_READ).toLowerCase().replaceAll('ё', 'е');
  const parted = plain.replaceAll(/[.!?;\n]+/gu, ' | ').replaceAll(/[^\p{L}\p{N}|*]+/gu, ' ');
  return ` ${parted.trim()} `;
}

/**
 * A phrase as a pattern over plain words. `*` stands for any ending, as in “расторг* договор*”, so
 * that one line knows all forms of a word; the words stand in this order in one sentence.
 */
function patternOf(phrase: string): RegExp | null {
  const words = plainWords(phrase)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  const patterns = words.map((word) => word.replaceAll('*', String.raw`[\p{L}\p{N}]*`));
  const between = String.raw` (?:[\p{L}\p{N}]+ ){0,${MOST_BETWEEN}}`;
  return new RegExp(`(?<= )${patterns.join(between)}(?= )`, 'u');
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function findIn(plain: string, phrases: string): string | null {
  for (const phrase of linesOf(phrases)) {
    const found = patternOf(phrase)?.exec(plain);
    if (found) return found[0].trim();
  }
  return null;
}

/** Whether a text can serve as phrases: every line has a word to listen for. */
export const isReadable = (phrases: string): boolean =>
  linesOf(phrases).length > 0 && linesOf(phrases).every((line) => patternOf(line) !== null);

/**
 * What of a text is a wish to leave by these rules, and whether it is angry.
 * @returns the first rule that hears one; null where none does
 */
export function hearWish(
  rules: readonly WishRule[],
  text: string,
): { wish: Heard | null; isAngry: boolean } {
  const plain = plainWords(text);
  const heard = rules.flatMap((rule) => {
    const words = findIn(plain, rule.phrases);
    if (words === null || findIn(plain, rule.exceptions) !== null) return [];
    return [{ ruleId: rule.id, words, isAngry: rule.isAngry }];
  });
  const wish = heard.find(({ isAngry }) => !isAngry);
  return {
    wish: wish ? { ruleId: wish.ruleId, words: wish.words } : null,
    isAngry: heard.some(({ isAngry }) => isAngry),
  };
}
