import { canBear, type ChannelLoads, type Hands } from './channel-loads.ts';

/** A request that nobody has, the most urgent first. */
export type Waiting = {
  conversationId: number;
  teamId: number | null;
  channel: string;
  isEscalated: boolean;
  /** The skills that it asks for. */
  skillIds: readonly number[];
  /** Who is asked before all others, in order: whoever leads this subscriber. */
  firstIds?: readonly number[];
  /** It has been kept long enough for those who have the skills, or go first. */
  isSkillWaitOver: boolean;
  /** Offers since it last became nobody's, by whom: how often, and whether they let it pass. */
  asked: readonly { staffId: number; times: number; hasDeclined: boolean }[];
};

/** Somebody who is here and ready; the one to ask first stands first. */
export type Agent = Hands & {
  staffId: number;
  teamId: number | null;
  skillIds: readonly number[];
  /** Neither in a call nor about to begin one, with no offer before them. */
  isFree: boolean;
};

export type Match = { conversationId: number; staffId: number };

/**
 * Puts each request before one free agent at most, and before each agent one request at most. An
 * agent who was not asked yet goes before one who was; who let it pass is not asked again. Whoever
 * is to be asked first, and then whoever has the skills that it asks for, goes first: while such a
 * one is here and was not asked, though not free at this moment, it waits for them, but only for
 * its set time. After `offerLimit` offers
 * it waits for the supervisor; once the supervisor was called, those who come free and have not
 * been asked are still asked, so that nothing lies.
 */
export function matchOffers(
  waiting: readonly Waiting[],
  agents: readonly Agent[],
  offerLimit: number,
  loads: ChannelLoads = {},
): Match[] {
  const given = new Set<number>();
  const matches: Match[] = [];
  const wanted = new Set(waiting.flatMap(({ skillIds }) => skillIds));
  for (const request of waiting) {
    if (given.size === agents.length) break;
    const willing = agents.filter((agent) => mayAsk(request, agent, offerLimit));
    const able = (agent: Agent): boolean =>
      agent.isFree && !given.has(agent.staffId) && canBear(agent, request.channel, loads);
    const agent = bestFor(request, willing, able, wanted);
    if (!agent) continue;
    given.add(agent.staffId);
    matches.push({ conversationId: request.conversationId, staffId: agent.staffId });
  }
  return matches;
}

const timesOf = (request: Waiting, { staffId }: Agent): number =>
  request.asked.find((one) => one.staffId === staffId)?.times ?? 0;

function mayAsk(request: Waiting, agent: Agent, offerLimit: number): boolean {
  const offers = request.asked.reduce((sum, { times }) => sum + times, 0);
  if (offers >= offerLimit && !request.isEscalated) return false;
  if (request.asked.some((one) => one.staffId === agent.staffId && one.hasDeclined)) return false;
  if (request.isEscalated && timesOf(request, agent) > 0) return false;
  return request.teamId === null || agent.teamId === request.teamId;
}

/**
 * @param wanted the skills that anybody who waits asks for: who has them is kept for those, while
 * others are free for what asks for none
 */
function bestFor(
  request: Waiting,
  willing: readonly Agent[],
  isAble: (agent: Agent) => boolean,
  wanted: ReadonlySet<number>,
): Agent | undefined {
  const lacks = ({ skillIds }: Agent): number =>
    request.skillIds.filter((id) => !skillIds.includes(id)).length;
  const firsts = (request.firstIds ?? [])
    .flatMap((id) => willing.filter(({ staffId }) => staffId === id))
    .filter((one) => timesOf(request, one) === 0);
  const first = firsts.find(isAble);
  if (first) return first;
  if (firsts.length > 0 && !request.isSkillWaitOver && !request.isEscalated) return undefined;
  if (request.skillIds.length > 0) {
    const skilled = willing.filter((one) => lacks(one) === 0 && timesOf(request, one) === 0);
    const free = skilled.find(isAble);
    if (free) return free;
    if (skilled.length > 0 && !request.isSkillWaitOver && !request.isEscalated) return undefined;
  }
  const isWanted = ({ skillIds }: Agent): number =>
    Number(request.skillIds.length === 0 && skillIds.some((id) => wanted.has(id)));
  const order = (agent: Agent): [number, number, number] => [
    timesOf(request, agent),
    lacks(agent),
    isWanted(agent),
  ];
  return willing.filter(isAble).reduce<Agent | undefined>((best, agent) => {
    return best && !isBefore(order(agent), order(best)) ? best : agent;
  }, undefined);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
