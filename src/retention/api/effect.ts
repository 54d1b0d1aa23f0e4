import { z } from 'zod';

const Count = z.int();
const Share = z.number();

/** What came of two arms that chance has divided, after so many days. */
export const Effect = z.object({
  days: z.int(),
  /** Why nothing is told yet: the days are not over, or too few were chosen. */
  silence: z.enum(['early', 'few']).nullable(),
  leftTreated: Count.nullable(),
  leftHeld: Count.nullable(),
  /** How much smaller the share is that left of the treated, with 95 % certainty. */
  effect: z.object({ difference: Share, low: Share, high: Share }).nullable(),
});
