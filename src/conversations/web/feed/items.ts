import type { Opened } from '../api.ts';

type Message = Opened['messages'][number];
type Attempt = Opened['attempts'][number];
type Call = Opened['calls'][number];
type Past = Opened['history'][number];

export type FeedItem =
  | { kind: 'message'; key: string; at: string; message: Message }
  /** `call` is the same as the exchange saw it, where it did. */
  | { kind: 'attempt'; key: string; at: string; attempt: Attempt; call: Call | undefined }
  | { kind: 'call'; key: string; at: string; call: Call }
  | { kind: 'past'; key: string; at: string; past: Past };

/** Steps that explain how it went; what has a shape of its own in the feed is not told twice. */
const toldSteps = new Set(
  [
    'taken',
    'released',
    'assigned',
    'escalated',
    'snoozed',
    'woken',
    'try_due',
    'closed',
    'reopened',
    'sender_recognised',
    'follow_up_set',
    'labelled',
    'merged',
    'unmerged',
    'split',
    'split_off',
    'unsplit',
    'linked',
    'unlinked',
  ].map((name) => `conversations.${name}`),
);

/** Everything that happened in a conversation, in its order. */
export const feedOf = ({ messages, attempts, calls, history }: Opened): FeedItem[] =>
  [
    ...messages.map((message): FeedItem => ({
      kind: 'message',
      key: `m${message.id}`,
      at: message.at,
      message,
    })),
    ...attempts.map((attempt): FeedItem => ({
      kind: 'attempt',
      key: `a${attempt.id}`,
      at: attempt.startedAt,
      attempt,
      call: calls.find(({ id }) => id === attempt.callId),
    })),
    ...calls
      .filter(({ id }) => !attempts.some(({ callId }) => callId === id))
      .map((call): FeedItem => ({ kind: 'call', key: `c${call.id}`, at: call.beganAt, call })),
    ...history
      .filter(({ type }) => toldSteps.has(type))
      .map((past): FeedItem => ({ kind: 'past', key: `p${past.id}`, at: past.at, past })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
