/** A request that nobody has, the most urgent first. */
export type Waiting = {
  conversationId: number;
  teamId: number | null;
  isEscalated: boolean;
  /** Offers since it last became nobody's, by whom: how often, and whether they let it pass. */
  asked: readonly { staffId: number; times: number; hasDeclined: boolean }[];
};

/** Somebody who is here, ready and under the limit; the one to ask first stands first. */
export type FreeAgent = { staffId: number; teamId: number | null };

export type Match = { conversationId: number; staffId: number };

/**
 * Puts each request before one free agent at most, and before each agent one request at most. An
 * agent who was not asked yet goes before one who was; who let it pass is not asked again. After
 * `offerLimit` offers it waits for the supervisor; once the supervisor was called, those who come
 * free and have not been asked are still asked, so that nothing lies.
 */
export function matchOffers(
  waiting: readonly Waiting[],
  agents: readonly FreeAgent[],
  offerLimit: number,
): Match[] {
  const free = [...agents];
  const matches: Match[] = [];
  for (const request of waiting) {
    if (free.length === 0) break;
    const at = bestFor(request, free, offerLimit);
    const [agent] = at < 0 ? [] : free.splice(at, 1);
    if (agent) matches.push({ conversationId: request.conversationId, staffId: agent.staffId });
  }
  return matches;
}

function bestFor(request: Waiting, free: readonly FreeAgent[], offerLimit: number): number {
  const offers = request.asked.reduce((sum, { times }) => sum + times, 0);
  if (offers >= offerLimit && !request.isEscalated) return -1;
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [at, agent] of free.entries()) {
    const before = request.asked.find(({ staffId }) => staffId === agent.staffId);
    const times = before?.times ?? 0;
    if (before?.hasDeclined || (request.isEscalated && times > 0)) continue;
    if (request.teamId !== null && agent.teamId !== request.teamId) continue;
    if (times < fewest) [best, fewest] = [at, times];
  }
  return best;
}
