import { type ChannelLoads, takenPercent } from './channel-loads.ts';
import { type Agent, matchOffers, type Waiting } from './match-offers.ts';

/** A request that nobody has touched, and what of it changes with time; in seconds from now. */
export type Foreseen = Waiting & {
  /** When it is kept no longer for those who have the skills. */
  skillWaitOverIn: number;
  /** When the supervisor is called; null where that was done, or never will be. */
  escalatesIn: number | null;
  /** Before whom it stands now. */
  offeredTo: number | null;
};

/** Somebody at the desk; `own` is what they have to see to first, each after the other. */
export type Hand = Agent & {
  own: readonly Begun[];
};

/** What is being seen to: for how many seconds already, of what channel, if it weighs. */
export type Begun = { forSeconds: number; channel: string | null };

export type Pace = { touchSeconds: number; offerLimit: number; loads: ChannelLoads };

type Busy = Agent & { freeIn: number; order: number; ends: { at: number; channel: string }[] };

/**
 * When each of those who wait will be touched, if nobody else comes and goes: whoever is free takes
 * what `matchOffers` would put before them, is busy with it as long as a touch lasts, then lays it
 * down and is free for the next. Nobody says no.
 * @returns by conversation, in seconds from now; null where nobody of those here will ever be asked
 */
export function foretellTouches(
  waiting: readonly Foreseen[],
  hands: readonly Hand[],
  pace: Pace,
): Map<number, number | null> {
  const touches = new Map<number, number | null>(waiting.map((one) => [one.conversationId, null]));
  let agents = hands.map((hand, order) => busyUntil(hand, order, pace.touchSeconds));
  let left: readonly Foreseen[] = waiting;
  const begin = (staffId: number, request: Foreseen, at: number): void => {
    touches.set(request.conversationId, at);
    agents = agents.map((one) => (one.staffId === staffId ? taking(one, request, at, pace) : one));
    left = left.filter((one) => one !== request);
  };
  for (const request of waiting) {
    const asked = agents.find(({ staffId }) => staffId === request.offeredTo);
    if (asked) begin(asked.staffId, request, asked.freeIn);
  }
  let now: number | undefined = 0;
  while (now !== undefined && left.length > 0) {
    const at: number = now;
    agents = agents.map((one) => layingDown(one, at, pace.loads)).toSorted(askedFirst);
    const asWaiting = left.map((one) => asOf(one, at));
    for (const made of matchOffers(asWaiting, agents, pace.offerLimit, pace.loads)) {
      const request = left.find((one) => one.conversationId === made.conversationId);
      if (request) begin(made.staffId, request, at);
    }
    now = nextMoment(at, left, agents);
  }
  return touches;
}

/** What lasts longer than is usual is given half of that once more, for nobody knows its end. */
function busyUntil(hand: Hand, order: number, touchSeconds: number): Busy {
  let freeIn = 0;
  const ends: Busy['ends'] = [];
  for (const { forSeconds, channel } of hand.own) {
    freeIn += Math.max(touchSeconds - forSeconds, touchSeconds / 2);
    if (channel !== null) ends.push({ at: freeIn, channel });
  }
  return { ...hand, freeIn, order, ends };
}

function taking(agent: Busy, { channel }: Waiting, at: number, pace: Pace): Busy {
  const freeIn = at + pace.touchSeconds;
  return {
    ...weighed(agent, channel, 1, pace.loads),
    isFree: false,
    freeIn,
    ends: [...agent.ends, { at: freeIn, channel }],
  };
}

/** The agent at a moment: what they have done by then weighs no more. */
function layingDown(agent: Busy, at: number, loads: ChannelLoads): Busy {
  const done = agent.ends.filter((one) => one.at <= at);
  const lighter = done.reduce<Busy>((one, { channel }) => weighed(one, channel, -1, loads), agent);
  return {
    ...lighter,
    isFree: agent.freeIn <= at,
    ends: agent.ends.filter((one) => one.at > at),
  };
}

/** The least loaded first, and of these the one who has been free longest, as in life. */
const askedFirst = (a: Busy, b: Busy): number =>
  a.loadPercent - b.loadPercent || a.freeIn - b.freeIn || a.order - b.order;

function weighed(agent: Busy, channel: string, by: 1 | -1, loads: ChannelLoads): Busy {
  const count = Math.max(0, (agent.counts[channel] ?? 0) + by);
  return {
    ...agent,
    loadPercent: Math.max(0, agent.loadPercent + by * takenPercent(channel, loads)),
    counts: { ...agent.counts, [channel]: count },
  };
}

const asOf = (request: Foreseen, at: number): Waiting => ({
  ...request,
  isSkillWaitOver: request.isSkillWaitOver || request.skillWaitOverIn <= at,
  isEscalated: request.isEscalated || (request.escalatesIn !== null && request.escalatesIn <= at),
});

/** When the next one comes free, or the next request may be offered to more; none when never. */
function nextMoment(
  after: number,
  waiting: readonly Foreseen[],
  agents: readonly Busy[],
): number | undefined {
  const moments = [
    ...agents.flatMap(({ freeIn, ends }) => [freeIn, ...ends.map(({ at }) => at)]),
    ...waiting.flatMap((one) => [one.skillWaitOverIn, one.escalatesIn ?? after]),
  ].filter((moment) => moment > after);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
