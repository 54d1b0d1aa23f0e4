import { countUnfair } from '../fairness/count-unfair.ts';
import { countLevels } from './count-levels.ts';
import type { Step } from './step.ts';

/** What is counted of what the night has left, while the programme works. */
export const atLast: readonly Step[] = [
  { name: 'unfair', run: countUnfair },
  { name: 'levels', run: countLevels },
];
