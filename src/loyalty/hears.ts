import { sql } from 'kysely';
import type { Hears } from '../kernel/wiring.ts';
import { matchFriends } from './friends/match-friends.ts';
import { followUnmerge } from './members/follow-unmerge.ts';
import { greetMember } from './members/greet-member.ts';
import { partLeavers } from './members/part-leavers.ts';

/**
 * Whoever is new takes part at once, and so does whoever has brought them; who leaves a household
 * spends its points no longer, and whose merge was undone has their own again.
 */
export const hears: Hears = {
  'billing.account_opened': async (ctx, { subscriberId }) => {
    if (subscriberId !== null) await greetMember(ctx, subscriberId);
  },
  'subscribers.household_left': async (ctx, { subscriberId }) => {
    await partLeavers(ctx, sql`b.subscriber_id = ${subscriberId}`);
  },
  'subscribers.unmerged': async (ctx, { subscriberId }) => {
    if (subscriberId !== null) await followUnmerge(ctx, subscriberId);
  },
  'sales.deal_connected': async (ctx, { subjectId }) => {
    await matchFriends(ctx, sql`d.id = ${subjectId}`);
  },
};
