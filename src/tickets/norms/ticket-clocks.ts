import { clockState, type SlaClock, type WorkCalendar } from '../../norms/index.ts';
import type { ClockKind } from '../api/clocks.ts';
import type { TicketState } from '../api/states.ts';

/** One promise on a ticket; `id` is null until it is written. */
export type TicketClock = {
  id: number | null;
  kind: ClockKind;
  normSeconds: number;
  calendarId: number;
  startedAt: Date;
  metAt: Date | null;
};

/** Why all clocks stand: the subscriber's turn, a date that is waited for, a ticket once done. */
const pauseReasons = ['theirs', 'waiting', 'done'] as const;
type PauseReason = (typeof pauseReasons)[number];
export type TicketPause = { from: Date; to: Date | null; reason: PauseReason };

export type TicketTime = { clocks: readonly TicketClock[]; pauses: readonly TicketPause[] };

/** What is promised of a kind, by the ticket's category and priority. */
export type Promised = (kind: ClockKind) => { normSeconds: number; calendarId: number };

/** What happened to a ticket that its clocks know of. */
export type Step =
  | { type: 'opened'; at: Date; awaitsReply: boolean }
  | { type: 'turned'; at: Date; from: TicketState; to: TicketState }
  /** The subscriber was told something. */
  | { type: 'told'; at: Date }
  /** The subscriber has written. */
  | { type: 'asked'; at: Date }
  /** Another promise holds, for the category, the priority or the subscriber is another. */
  | { type: 'promised' }
  /** A change was taken back, and nothing has moved since: as though it had never been. */
  | { type: 'restored'; was: TicketTime; at: Date };

/**
 * The clocks after a step, by these rules, which the settings tell in words:
 * - the resolution runs from the opening until it is done; done once and opened again, it goes on
 *   where it stood;
 * - the first reply runs from the opening of a ticket whose subscriber waits for one, a next reply
 *   from the first unanswered word; both are met when the subscriber was told something, and to
 *   hand the turn over is to have said so;
 * - all of them stand while it is the subscriber's turn or a date is waited for.
 */
export function stepClocks(time: TicketTime, step: Step, promised: Promised): TicketTime {
  switch (step.type) {
    case 'opened':
      return open(step, promised);
    case 'turned':
      return turn(time, step, promised);
    case 'told':
      return {
        ...time,
        clocks: time.clocks.map((one) => (isReply(one) ? met(one, step.at) : one)),
      };
    case 'asked':
      return ask(time, step.at, promised);
    case 'restored':
      return restore(time, step);
    case 'promised':
      return {
        ...time,
        clocks: time.clocks.map((one) => (one.metAt ? one : { ...one, ...promised(one.kind) })),
      };
  }
}

const isReply = ({ kind }: TicketClock): boolean => kind !== 'resolution';
const met = (clock: TicketClock, at: Date): TicketClock =>
  clock.metAt ? clock : { ...clock, metAt: at };
const begun = (kind: ClockKind, at: Date, promised: Promised): TicketClock => ({
  id: null,
  kind,
  ...promised(kind),
  startedAt: at,
  metAt: null,
});

function open(step: { at: Date; awaitsReply: boolean }, promised: Promised): TicketTime {
  const reply = step.awaitsReply ? [begun('first_reply', step.at, promised)] : [];
  return { clocks: [begun('resolution', step.at, promised), ...reply], pauses: [] };
}

function ask(time: TicketTime, at: Date, promised: Promised): TicketTime {
  if (time.clocks.some((one) => isReply(one) && !one.metAt)) return time;
  return { ...time, clocks: [...time.clocks, begun('next_reply', at, promised)] };
}

function restore(time: TicketTime, { was, at }: { was: TicketTime; at: Date }): TicketTime {
  const known = new Set(was.clocks.map(({ id }) => id));
  const begunSince = time.clocks.filter(({ id }) => !known.has(id));
  return {
    clocks: [...was.clocks, ...begunSince.map((one) => met(one, at))],
    pauses: [...was.pauses],
  };
}

function turn(
  { clocks, pauses }: TicketTime,
  { at, from, to }: { at: Date; from: TicketState; to: TicketState },
  promised: Promised,
): TicketTime {
  const wasDone = from === 'done';
  const closed = pauses.map((one) => (one.to ? one : { ...one, to: at }));
  const resolved = clocks.find(({ kind }) => kind === 'resolution')?.metAt;
  const between: TicketPause[] =
    wasDone && resolved ? [{ from: resolved, to: at, reason: 'done' }] : [];
  const begins: TicketPause[] =
    to === 'theirs' || to === 'waiting' ? [{ from: at, to: null, reason: to }] : [];
  // What a base has brought as done has no clock yet.
  const anew = wasDone && !resolved ? [begun('resolution', at, promised)] : [];
  return {
    clocks: [...clocks, ...anew].map((one) => {
      if (to === 'done') return met(one, at);
      if (!isReply(one)) return wasDone ? { ...one, metAt: null } : one;
      return to === 'theirs' ? met(one, at) : one;
    }),
    // A pause without length is none.
    pauses: [...closed, ...between, ...begins].filter(({ from: begin, to: end }) => {
      return end === null || end > begin;
    }),
  };
}

/** A clock as the engine of norms counts it: with those pauses that fall into its time. */
export function slaOf(
  { normSeconds, startedAt, metAt }: TicketClock,
  pauses: readonly TicketPause[],
  calendar: WorkCalendar,
): SlaClock {
  const end = metAt?.getTime() ?? Infinity;
  const own = pauses
    .filter(({ from, to }) => (to === null || to > startedAt) && from.getTime() < end)
    .map(({ from, to, reason }) => ({
      from: from > startedAt ? from : startedAt,
      to: to === null || to.getTime() > end ? metAt : to,
      reason,
    }));
  return { normSeconds, calendar, startedAt, pauses: own, metAt };
}

export type Settled = {
  /** When the next norm is broken; null while the clocks stand and when all are met. */
  dueAt: Date | null;
  /** When the supervisor is called next: this share of a norm has passed. */
  escalateAt: Date | null;
};

/**
 * What a list and a sweep need of a ticket's clocks at a moment.
 * @param told when the supervisor was last called; what was due then calls nobody again
 */
export function settled(
  time: TicketTime,
  calendarOf: (id: number) => WorkCalendar,
  now: Date,
  { escalatePercent, told }: { escalatePercent: number; told: Date | null },
): Settled {
  const isStanding = time.pauses.some(({ to }) => to === null);
  const running = isStanding ? [] : time.clocks.filter(({ metAt }) => metAt === null);
  const slas = running.map((one) => slaOf(one, time.pauses, calendarOf(one.calendarId)));
  const due = slas.map((one) => clockState(one, now).dueAt);
  const shares = slas.map((one) => {
    const share = { ...one, normSeconds: Math.floor((one.normSeconds * escalatePercent) / 100) };
    return clockState(share, now).dueAt;
  });
  const isNews = (at: Date | null): boolean => at !== null && (told === null || at > told);
  return { dueAt: earliest(due), escalateAt: earliest(shares.filter(isNews)) };
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.flatMap((one) => (one ? [one.getTime()] : []));
  return known.length === 0 ? null : new Date(Math.min(...known));
}
