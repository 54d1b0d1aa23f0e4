import { sql } from 'kysely';
import { matchFriends } from '../friends/match-friends.ts';
import { rewardFriends } from '../friends/reward-friends.ts';
import { enrol } from '../members/enrol.ts';
import { partLeavers } from '../members/part-leavers.ts';
import { countMonths } from './count-months.ts';
import { expirePoints } from './expire-points.ts';
import { followMerges } from './follow-merges.ts';
import { keptSteps } from './kept-steps.ts';
import type { Step } from './step.ts';
import { takeBackReturned } from './take-back-returned.ts';

/** What rules of points look at. Nothing of it is done while the programme does not work. */
export const beforeEarning: readonly Step[] = [
  { name: 'enrol', run: (ctx) => enrol(ctx, sql`true`) },
  { name: 'months', run: countMonths },
  // What a day has connected is heard at once; this is for what was not.
  { name: 'friends', run: (ctx) => matchFriends(ctx, sql`true`) },
  { name: 'friends_rewarded', run: rewardFriends },
];

/** What was given is kept, and ends, also where nothing is earned any more. */
export const afterEarning: readonly Step[] = [
  { name: 'merged', run: followMerges },
  // Who leaves a household is heard at once; this is for whoever was taken out of it otherwise.
  { name: 'parted', run: (ctx) => partLeavers(ctx, sql`true`) },
  { name: 'taken_back', run: takeBackReturned },
  { name: 'expired', isMonthly: true, run: expirePoints },
  ...keptSteps,
];
