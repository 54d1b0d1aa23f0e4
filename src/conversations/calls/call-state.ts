import type { CallFact, LineEnd, Party } from '../../channels/index.ts';
import type { CallResult } from '../api/calls.ts';

/** One phone's part in a call. Times are milliseconds, for it is kept as JSON. */
type Line = {
  party?: Party;
  rangAt?: number;
  answeredAt?: number;
  ended?: { at: number; why: LineEnd };
};

/**
 * All that was ever told of a call. Every part of it is the least of what was told, in a fixed
 * order, or the newest, so that facts which come late, twice or in another order make the same
 * state.
 */
export type CallState = {
  began?: { at: number; from: Party; to: Party };
  queuedAt?: number;
  abandonedAt?: number;
  lines: Readonly<Record<string, Line>>;
  endedAt?: number;
  lostAt?: number;
  /** The newest that was told of it, but for its end. */
  heardAt?: number;
  /** Phones that rang in vain up to here are not kept any more. */
  foldedThrough?: number;
  /** By the name under which the exchange keeps one: when that was told. */
  recordings?: Readonly<Record<string, number>>;
};

export const nothingTold: CallState = { lines: {} };

export function withFact(state: CallState, fact: CallFact): CallState {
  const told = withTold(state, fact);
  if (fact.kind === 'ended' || fact.kind === 'lost' || fact.kind === 'recorded') return told;
  return { ...told, heardAt: Math.max(state.heardAt ?? 0, fact.at.getTime()) };
}

function withTold(state: CallState, fact: CallFact): CallState {
  const at = fact.at.getTime();
  switch (fact.kind) {
    case 'began':
      return { ...state, began: first(state.began, { at, from: fact.from, to: fact.to }) };
    case 'queued':
      return { ...state, queuedAt: first(state.queuedAt, at) };
    case 'abandoned':
      return { ...state, abandonedAt: first(state.abandonedAt, at) };
    case 'rang':
      return onLine(state, fact.line, { party: fact.party, rangAt: at });
    case 'answered':
      return onLine(state, fact.line, { party: fact.party, answeredAt: at });
    case 'line_ended':
      return onLine(state, fact.line, { ended: { at, why: fact.why } });
    case 'ended':
      return { ...state, endedAt: first(state.endedAt, at) };
    case 'lost':
      return { ...state, lostAt: Math.max(state.lostAt ?? 0, at) };
    case 'recorded':
      return { ...state, recordings: withRecording(state.recordings, fact.recording, at) };
    default:
      return state;
  }
}

type Recordings = NonNullable<CallState['recordings']>;

/** So many parts of what was said are kept of one call, the first of them. */
const MOST_RECORDINGS = 20;

function withRecording(known: Recordings = {}, name: string, at: number): Recordings {
  const earliest = first(Object.hasOwn(known, name) ? known[name] : undefined, at);
  const all = Object.entries({ ...known, [name]: earliest });
  return Object.fromEntries(all.toSorted(byTelling).slice(0, MOST_RECORDINGS));
}

const byTelling = ([a, atA]: [string, number], [b, atB]: [string, number]): number =>
  atA - atB || (a < b ? -1 : 1);

function onLine(state: CallState, name: string, told: Line): CallState {
  const isOld = (told.rangAt ?? told.ended?.at ?? Infinity) <= (state.foldedThrough ?? 0);
  if (isOld && !state.lines[name]) return state;
  const known = state.lines[name] ?? {};
  const line: Line = {
    ...known,
    ...(told.party && { party: first(known.party, told.party) }),
    ...(told.rangAt !== undefined && { rangAt: first(known.rangAt, told.rangAt) }),
    ...(told.answeredAt !== undefined && { answeredAt: first(known.answeredAt, told.answeredAt) }),
    ...(told.ended && { ended: first(known.ended, told.ended) }),
  };
  return folded({ ...state, lines: { ...state.lines, [name]: line } });
}

/** So many phones' parts are kept; a call that waits for hours rings at more of ours. */
const MOST_LINES = 100;

/** Without the older half of ours that rang in vain: nothing is seen of them any more. */
function folded(state: CallState): CallState {
  if (Object.keys(state.lines).length <= MOST_LINES) return state;
  const over = Object.entries(state.lines)
    .flatMap(([name, { party, answeredAt, ended }]) =>
      extensionOf(party) !== null && answeredAt === undefined && ended
        ? [{ name, at: ended.at }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at);
  const gone = over.slice(0, Math.ceil(over.length / 2));
  const names = new Set(gone.map(({ name }) => name));
  return {
    ...state,
    foldedThrough: Math.max(state.foldedThrough ?? 0, gone.at(-1)?.at ?? 0),
    lines: Object.fromEntries(Object.entries(state.lines).filter(([name]) => !names.has(name))),
  };
}

/** The least of two by time, then by how they are written: the same whichever came first. */
function first<T>(known: T | undefined, told: T): T {
  return known === undefined || compare(told, known) < 0 ? told : known;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [atA, atB] = [timeOf(a), timeOf(b)];
  if (atA !== atB) return atA - atB;
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  return textA < textB ? -1 : Number(textA > textB);
}

const timeOf = (told: unknown): number => (told as { at?: number }).at ?? 0;

/** What a call is, as people see it. */
export type CallView = {
  /** Null while nothing told who calls whom; `internal` is nobody's business at the desk. */
  direction: 'in' | 'out' | 'internal' | null;
  /** The other side's phone in E.164; empty where it is hidden. */
  phone: string;
  /** Which of ours was called, or calls. */
  ourNumber: string;
  beganAt: Date | null;
  /** When the phone of the other side was first dialled, of an outgoing call. */
  dialledAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** Short numbers that ring at this moment. */
  ringing: string[];
  /** The short number of ours that speaks, or spoke last: after a transfer the second. */
  speaker: string | null;
  /** Null while it goes on. */
  result: CallResult | null;
  /** Names of what was said, part by part. */
  recordings: string[];
};

export function viewOf(state: CallState): CallView {
  const { began } = state;
  const direction = directionOf(state);
  const endedAt = endOf(state);
  const answers = answersOf(state, direction);
  const earliest = answers[0]?.answeredAt;
  return {
    direction,
    phone: phoneOf(state, direction),
    ourNumber: began && direction === 'in' ? textOf(began.to) : '',
    beganAt: dateOf(began?.at),
    dialledAt: direction === 'out' ? dateOf(dialledOf(state)) : null,
    answeredAt: dateOf(earliest),
    endedAt: dateOf(endedAt),
    ringing: endedAt === undefined ? ringingOf(state) : [],
    speaker: speakerOf(state, direction),
    result: endedAt === undefined ? null : resultOf(state, direction, answers.length > 0),
    recordings: Object.entries(state.recordings ?? {})
      .toSorted(byTelling)
      .map(([name]) => name),
  };
}

/** Whoever was lost of sight and is heard of since goes on. */
function endOf({ endedAt, lostAt, heardAt = 0 }: CallState): number | undefined {
  if (endedAt !== undefined || lostAt === undefined) return endedAt;
  return heardAt > lostAt ? undefined : lostAt;
}

const dateOf = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

function dialledOf({ lines }: CallState): number | undefined {
  const times = Object.values(lines).flatMap(({ party, rangAt, answeredAt }) =>
    party && 'phone' in party ? [rangAt, answeredAt].filter((at) => at !== undefined) : [],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

const extensionOf = (party: Party | undefined): string | null =>
  party && 'extension' in party ? party.extension : null;

const textOf = (party: Party): string => ('extension' in party ? party.extension : party.phone);

function directionOf({ began }: CallState): CallView['direction'] {
  if (!began) return null;
  if (extensionOf(began.from) === null) return 'in';
  return extensionOf(began.to) === null ? 'out' : 'internal';
}

function phoneOf({ began }: CallState, direction: CallView['direction']): string {
  if (!began || direction === 'internal') return '';
  const other = direction === 'in' ? began.from : began.to;
  return 'phone' in other ? other.phone : '';
}

type Answer = { name: string; party: Party; answeredAt: number };

/** Who picked up on the side that was called, the earliest first. */
function answersOf({ lines }: CallState, direction: CallView['direction']): Answer[] {
  const isCalled = (party: Party): boolean =>
    direction === 'out' ? 'phone' in party : 'extension' in party;
  return Object.entries(lines)
    .flatMap(([name, { party, answeredAt }]) =>
      party && answeredAt !== undefined && isCalled(party) ? [{ name, party, answeredAt }] : [],
    )
    .toSorted((a, b) => a.answeredAt - b.answeredAt || (a.name < b.name ? -1 : 1));
}

function ringingOf({ lines }: CallState): string[] {
  const ringing = Object.values(lines).flatMap(({ party, rangAt, answeredAt, ended }) => {
    const extension = extensionOf(party);
    const isRinging = rangAt !== undefined && answeredAt === undefined && ended === undefined;
    return extension !== null && isRinging ? [extension] : [];
  });
  // One phone may be named by two lines of the exchange, of which one has answered.
  const speaking = new Set(
    Object.values(lines).flatMap(({ party, answeredAt }) =>
      answeredAt === undefined ? [] : (extensionOf(party) ?? []),
    ),
  );
  return [...new Set(ringing)].filter((one) => !speaking.has(one)).toSorted();
}

function speakerOf(state: CallState, direction: CallView['direction']): string | null {
  if (direction === 'out') return extensionOf(state.began?.from);
  const last = answersOf(state, direction).at(-1);
  return extensionOf(last?.party);
}

function resultOf(
  { abandonedAt, endedAt, lines }: CallState,
  direction: CallView['direction'],
  isAnswered: boolean,
): CallResult {
  if (isAnswered) return 'answered';
  if (direction !== 'out') return abandonedAt === undefined ? 'missed' : 'abandoned';
  if (endedAt === undefined) return 'unknown';
  const whys = Object.values(lines).flatMap(({ party, ended }) =>
    party && 'phone' in party && ended ? [ended.why] : [],
  );
  if (whys.includes('busy')) return 'busy';
  return whys.includes('no_answer') || whys.includes('cancelled') ? 'no_answer' : 'failed';
}
