import type { FirstAgents } from '../../conversations/index.ts';
import { leadersOf } from './first-to-ring.ts';

/** What a client writes or asks for is put before whoever leads them, then before others. */
export const leadersFirst: FirstAgents = async (ctx, subscriberIds) => {
  const firsts = new Map<number, number[]>();
  for (const { subscriberId, staffId } of await leadersOf(ctx, subscriberIds)) {
    firsts.set(subscriberId, [...(firsts.get(subscriberId) ?? []), staffId]);
  }
  return firsts;
};
