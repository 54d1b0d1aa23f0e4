import { noAnswer, Problem } from './problem.ts';
import { textIn } from './texts.ts';

/** One calm sentence for any failure. The server words its own in the language of the screen. */
export const problemText = (failure: unknown): string => {
  const t = textIn('ui');
  if (!(failure instanceof Problem)) return t('problem.bug');
  if (failure.isOffline) return t('problem.offline');
  const words = failure.detail ?? failure.message;
  return words === failure.code ? t('problem.refused', { code: failure.code }) : words;
};

/** Turns whatever a promise rejected with into a Problem, so that screens handle one kind. */
export const asProblem = (failure: unknown): Problem => {
  if (failure instanceof Problem) return failure;
  return failure instanceof TypeError ? noAnswer() : new Problem({ status: 500, code: 'bug' });
};
