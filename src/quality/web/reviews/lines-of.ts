import type { Heard, Said } from '../client.ts';

type Page = Pick<Said, 'messages' | 'attempts' | 'calls'>;
type Attempt = Said['attempts'][number];

export type Line =
  | { at: string; message: Said['messages'][number] }
  | { at: string; call: Said['calls'][number]; attempt: Attempt | undefined }
  | { at: string; attempt: Attempt };

/** What was said in its order: messages, calls of the exchange, and those written down by hand. */
export function linesOf({ messages, attempts, calls }: Page): Line[] {
  const seen = new Set(calls.map(({ id }) => id));
  return [
    ...messages.map((message): Line => ({ at: message.at, message })),
    ...calls.map((call): Line => {
      const attempt = attempts.find(({ callId }) => callId === call.id);
      return { at: call.beganAt, call, attempt };
    }),
    ...attempts
      .filter(({ callId }) => callId === null || !seen.has(callId))
      .map((attempt): Line => ({ at: attempt.startedAt, attempt })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Notes whose place is not among what is shown. */
export function strayNotes(
  { notes }: Heard,
  { messages, calls }: Pick<Page, 'messages' | 'calls'>,
): Heard['notes'] {
  const shown = new Set([
    ...messages.map(({ id }) => `message ${id}`),
    ...calls.map(({ id }) => `call ${id}`),
  ]);
  return notes.filter(
    ({ messageId, callId }) =>
      !shown.has(callId === null ? `message ${messageId}` : `call ${callId}`),
  );
}
