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
  // It is told of both: points go to the one who was merged, never to the one who stays.
  'subscribers.unmerged': async (ctx, { subscriberId, facts }) => {
    const { fromId, intoId } = facts;
    if (subscriberId === null || subscriberId !== fromId) return;
    await followUnmerge(ctx, { subscriberId, intoId: Number(intoId) });
  },
  'sales.deal_connected': async (ctx, { subjectId }) => {
    await matchFriends(ctx, sql`d.id = ${subjectId}`);
  },
};
