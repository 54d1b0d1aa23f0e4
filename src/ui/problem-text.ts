import { noAnswer, Problem } from './problem.ts';
import { bundleOf, namespaces, textIn } from './texts.ts';

const wordedByDomain = (code: string): string | undefined => {
  for (const namespace of namespaces()) {
    const errors = bundleOf(namespace)['errors'] as Record<string, unknown> | undefined;
    const text = errors?.[code];
    if (typeof text === 'string') return text;
  }
  return undefined;
};

/** One calm sentence for any failure: the domain's own words, else the server's, else ours. */
export const problemText = (failure: unknown): string => {
  const t = textIn('ui');
  if (!(failure instanceof Problem)) return t('problem.bug');
  if (failure.isOffline) return t('problem.offline');
  const words = wordedByDomain(failure.code) ?? failure.detail ?? failure.message;
  return words === failure.code ? t('problem.refused', { code: failure.code }) : words;
};

/** Turns whatever a promise rejected with into a Problem, so that screens handle one kind. */
export const asProblem = (failure: unknown): Problem =>
  failure instanceof Problem
    ? failure
    : failure instanceof TypeError
      ? noAnswer()
      : new Problem({ status: 500, code: 'bug' });
