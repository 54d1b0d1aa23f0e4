import { sql } from 'kysely';
import type { Hears } from '../kernel/wiring.ts';
import { matchFriends } from './friends/match-friends.ts';
import { greetMember } from './members/greet-member.ts';

/** Whoever is new takes part at once, and so does whoever has brought them. */
export const hears: Hears = {
  'billing.account_opened': async (ctx, { subscriberId }) => {
    if (subscriberId !== null) await greetMember(ctx, subscriberId);
  },
  'sales.deal_connected': async (ctx, { subjectId }) => {
    await matchFriends(ctx, sql`d.id = ${subjectId}`);
  },
};
