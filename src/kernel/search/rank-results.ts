import { distance } from 'fastest-levenshtein';
import { foldedWords } from './fold-text.ts';
import type { FoundEntry } from './find-entries.ts';
import type { QueryToken } from './query-token.ts';

/** A candidate and how it was met: 0 exactly, 1 by a beginning, 2 and 3 by what may be meant. */
export type Candidate = FoundEntry & { stage: number };

/**
 * The best first: met exactly before by a beginning before by a likeness, the person before what
 * the person has asked, in what a result shows before in what it hides, and among equals the
 * newest.
 * @param kinds in the order of the domains
 */
export function rankResults(
  candidates: readonly Candidate[],
  tokens: readonly QueryToken[],
  kinds: readonly string[],
): Candidate[] {
  const scored = candidates.map((one) => ({ ...one, score: scoreOf(one, tokens) }));
  return scored.toSorted(
    (a, b) =>
      a.stage - b.stage ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      b.score - a.score ||
      b.happenedAt.getTime() - a.happenedAt.getTime() ||
      a.refId - b.refId,
  );
}

function scoreOf({ title, subtitle }: FoundEntry, tokens: readonly QueryToken[]): number {
  const inTitle = foldedWords(title);
  const inSubtitle = foldedWords(subtitle);
  return tokens
    .map((token) => {
      const typed = token.readings.flatMap((one) => one.lexemes.map(({ text }) => text));
      return Math.max(2 * likeness(inTitle, typed, token), likeness(inSubtitle, typed, token));
    })
    .reduce((total, one) => total + one, 0);
}

/** 1 for a word met whole, less for a beginning, less for a word with a slip, 0 for none. */
function likeness(words: readonly string[], typed: readonly string[], token: QueryToken): number {
  if (words.some((word) => typed.includes(word))) return 1;
  const begun = words.filter((word) => typed.some((one) => word.startsWith(one)));
  if (begun.length > 0) return 0.8;
  const slips = token.fuzzyWords.flatMap((meant) => words.map((word) => distance(meant, word)));
  return slips.length === 0 ? 0 : Math.max(0, 0.7 - 0.15 * Math.min(...slips));
}
