import type { z } from 'zod';
import { type Fail, fail } from '../../kernel/result.ts';
import type { Step } from '../api/playbooks.ts';

export type PlaybookStep = z.output<typeof Step>;

/**
 * Steps that no walk gets lost in: each answer leads to a later step or ends with an outcome, and
 * in one of them somebody puts himself in the client's place.
 */
export function refuseSteps(steps: readonly PlaybookStep[]): Fail | null {
  if (!steps.some(({ isEmpathy }) => isEmpathy)) return fail('vip.no_empathy');
  const isLost = steps.some(({ answers }, at) =>
    answers.some(({ next, outcome }) => {
      if ((next === null) === (outcome === null)) return true;
      return next !== null && (next <= at || next >= steps.length);
    }),
  );
  return isLost ? fail('vip.wrong_branch') : null;
}
