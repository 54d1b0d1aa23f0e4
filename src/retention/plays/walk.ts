import type { Moment } from './find-moments.ts';
import type { Stop } from './kinds.ts';

/** A contact that was made: on which day it was, counted from the epoch, and what it took. */
export type Contact = {
  subscriberId: number;
  /** Of a list of care none. */
  playId: number | null;
  day: number;
  isCall: boolean;
  costMinor: number;
};

export type Limits = {
  playId: number;
  isCall: boolean;
  cooldownDays: number;
  contactDays: number;
  mostContacts: number;
  callsPerDay: number;
  /** What the play may cost in a month. */
  budgetMinor: number | null;
  /** What contact with somebody is expected to cost. */
  costOf: (moment: Moment) => number;
  /** The operator's day of a moment, counted from the epoch. */
  dayOf: (at: Date) => number;
};

export type Taken = { moment: Moment; day: number; costMinor: number };
export type Stopped = { moment: Moment; stop: Stop };
export type Walked = { taken: Taken[]; stopped: Stopped[] };

/** So many days somebody waits for a call that fits into a day; then it is too late for it. */
export const WAITS_DAYS = 3;

/**
 * Goes through moments in their order and says what is done about each: by the live round as by
 * the trial on history, so that one tells what the other does.
 * @param contacts what was done already, by all plays
 * @param today the days on which something may be done: one of the live round, all of the past
 */
export function walk(
  moments: readonly Moment[],
  contacts: readonly Contact[],
  limits: Limits,
  today: { from: number; to: number },
): Walked {
  const seen = new Seen(contacts, limits);
  const walked: Walked = { taken: [], stopped: [] };
  for (const moment of moments) {
    const decided = decide(moment, seen, limits, today);
    if (typeof decided === 'string') {
      walked.stopped.push({ moment, stop: decided });
      // Who is held out rests as if spoken to, or would be counted each day anew.
      if (decided === 'held') seen.add(heldOut(moment, limits));
    } else {
      walked.taken.push(decided);
      const { subscriberId } = moment;
      const { day, costMinor } = decided;
      const { playId, isCall } = limits;
      seen.add({ subscriberId, playId, day, isCall, costMinor });
    }
  }
  return walked;
}

const heldOut = ({ subscriberId, at }: Moment, { playId, dayOf }: Limits): Contact => ({
  subscriberId,
  playId,
  day: dayOf(at),
  isCall: false,
  costMinor: 0,
});

function decide(
  moment: Moment,
  seen: Seen,
  limits: Limits,
  today: { from: number; to: number },
): Taken | Stop {
  if (moment.stop) return moment.stop;
  const signalled = limits.dayOf(moment.at);
  const first = Math.max(signalled, today.from);
  const of = seen.of(moment.subscriberId);
  const { playId, cooldownDays, contactDays, mostContacts, budgetMinor } = limits;
  if (of.some((one) => one.playId === playId && first - one.day < cooldownDays)) return 'cooling';
  if (of.filter((one) => first - one.day < contactDays).length >= mostContacts) return 'capped';
  const last = Math.min(signalled + WAITS_DAYS, today.to);
  const day = seen.freeDay(first, last);
  if (day === null) return 'no_slot';
  const costMinor = limits.costOf(moment);
  if (budgetMinor !== null && seen.spentIn(day) + costMinor > budgetMinor) return 'over_budget';
  // Last, so that those who are held out are compared with those whom it would have reached.
  return moment.isHeld ? 'held' : { moment, day, costMinor };
}

/** What was done so far: to whom, on which days, and at what cost. */
class Seen {
  readonly #byPerson = new Map<number, Contact[]>();
  readonly #callsOf = new Map<number, number>();
  readonly #spent = new Map<string, number>();
  readonly #limits: Limits;

  constructor(contacts: readonly Contact[], limits: Limits) {
    this.#limits = limits;
    for (const contact of contacts) this.add(contact);
  }

  add(contact: Contact): void {
    const { subscriberId, day, isCall, playId, costMinor } = contact;
    const own = this.#byPerson.get(subscriberId);
    if (own) own.push(contact);
    else this.#byPerson.set(subscriberId, [contact]);
    if (isCall) this.#callsOf.set(day, (this.#callsOf.get(day) ?? 0) + 1);
    if (playId === this.#limits.playId) {
      this.#spent.set(monthOf(day), this.spentIn(day) + costMinor);
    }
  }

  of(subscriberId: number): readonly Contact[] {
    return this.#byPerson.get(subscriberId) ?? [];
  }

  /** The first day on which one call more fits; of what is no call, the first. */
  freeDay(first: number, last: number): number | null {
    for (let day = first; day <= last; day += 1) {
      if (!this.#limits.isCall || (this.#callsOf.get(day) ?? 0) < this.#limits.callsPerDay) {
        return day;
      }
    }
    return null;
  }

  spentIn(day: number): number {
    return this.#spent.get(monthOf(day)) ?? 0;
  }
}

const monthOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 7);
