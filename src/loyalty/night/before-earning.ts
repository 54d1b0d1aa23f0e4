import { sql } from 'kysely';
import { matchFriends } from '../friends/match-friends.ts';
import { rewardFriends } from '../friends/reward-friends.ts';
import { enrol } from '../members/enrol.ts';
import { countMonths } from './count-months.ts';
import type { Step } from './step.ts';

/** What rules of points look at. Nothing of it is done while the programme does not work. */
export const beforeEarning: readonly Step[] = [
  { name: 'enrol', run: (ctx) => enrol(ctx, sql`true`) },
  { name: 'months', run: countMonths },
  // What a day has connected is heard at once; this is for what was not.
  { name: 'friends', run: (ctx) => matchFriends(ctx, sql`true`) },
  { name: 'friends_rewarded', run: rewardFriends },
];
