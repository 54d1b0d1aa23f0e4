import { sql } from 'kysely';
import { keepDiscounts } from '../discounts/keep-discounts.ts';
import { countUnfair } from '../fairness/count-unfair.ts';
import { takeBackUndone } from '../friends/take-back-friends.ts';
import { partLeavers } from '../members/part-leavers.ts';
import { keepTariffs } from '../tariffs/keep-tariffs.ts';
import { countLevels } from './count-levels.ts';
import { endTerms } from './end-terms.ts';
import { expirePoints } from './expire-points.ts';
import { followMerges } from './follow-merges.ts';
import type { Step } from './step.ts';
import { takeBackReturned } from './take-back-returned.ts';

/** What was given is kept, and ends, also where nothing is earned any more. */
export const afterEarning: readonly Step[] = [
  { name: 'merged', run: followMerges },
  // Who leaves a household is heard at once; this is for whoever was taken out of it otherwise.
  { name: 'parted', run: (ctx) => partLeavers(ctx, sql`true`) },
  { name: 'taken_back', run: takeBackReturned },
  { name: 'friends_undone', run: takeBackUndone },
  { name: 'expired', isMonthly: true, run: expirePoints },
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

/** What is counted of what the night has left, while the programme works. */
export const atLast: readonly Step[] = [
  { name: 'unfair', run: countUnfair },
  { name: 'levels', run: countLevels },
];
