import type { Trouble } from '../api/choices.ts';

/**
 * What came of handing a message over. `later`: it was certainly not taken and may be tried again,
 * after `waitSeconds` where the other side asked for them. `refused`: it never will be. `unknown`:
 * the line broke after the words had begun to go over, so it may have been taken.
 */
export type Delivery =
  | { outcome: 'sent'; providerId?: string }
  | {
      outcome: 'later' | 'refused' | 'unknown';
      trouble: Trouble;
      words: string;
      waitSeconds?: number;
    };
