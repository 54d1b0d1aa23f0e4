import { keepDiscounts } from '../discounts/keep-discounts.ts';
import { keepTariffs } from '../tariffs/keep-tariffs.ts';
import { endTerms } from './end-terms.ts';
import type { Step } from './step.ts';

/** What was given as long as something holds, or for a term. */
export const keptSteps: readonly Step[] = [
  {
    name: 'friend_discounts',
    isApart: true,
    run: (ctx, day, signal) => keepDiscounts(ctx, day, 'friends', signal),
  },
  {
    name: 'privileges',
    isApart: true,
    run: (ctx, day, signal) => keepDiscounts(ctx, day, 'privilege', signal),
  },
  { name: 'friend_tariffs', run: keepTariffs },
  { name: 'terms_ended', run: endTerms },
];
