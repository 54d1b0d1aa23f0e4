import type { Finding } from '../kinds.ts';

const worths = { met: 1, partly: 0.5, unmet: 0, na: null } as const satisfies Record<
  Finding,
  number | null
>;

/**
 * The score of an audit: of the points that apply the share that is met, what is partly met by
 * half, in whole per cent, halves up.
 * @returns null where no point applies
 */
export function scoreAudit(answers: readonly Finding[]): number | null {
  const applied = answers.map((answer) => worths[answer]).filter((worth) => worth !== null);
  if (applied.length === 0) return null;
  const met = applied.reduce<number>((sum, worth) => sum + worth, 0);
  return Math.round((100 * met) / applied.length);
}
